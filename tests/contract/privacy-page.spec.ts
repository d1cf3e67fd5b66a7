import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const page = await readFile('docs/privacy.md', 'utf8')

/** Names under which something is kept in the browser, as the constants of the sources say them. */
async function namesOfWhatIsKept(): Promise<string[]> {
  const names = new Set<string>()
  for (const room of ['src/app', 'src/storage', 'src/stores'])
    for (const file of await readdir(room, { recursive: true })) {
      if (!file.endsWith('.ts')) continue
      const text = await readFile(path.join(room, file), 'utf8')
      for (const [, name] of text.matchAll(/const (?:\w+_KEY|MARK|DATABASE_NAME) = '(proofline[^']*)'/g))
        if (name !== undefined) names.add(name)
    }
  return [...names].sort()
}

describe('the page about privacy', () => {
  it('names everything that is kept in the browser', async () => {
    const names = await namesOfWhatIsKept()
    expect(names.length).toBeGreaterThanOrEqual(5)
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})
