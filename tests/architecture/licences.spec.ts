import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

const folder = path.join(root, 'public/licences')
const notices = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
const headings = notices.flatMap((text) => [...text.matchAll(/^={80}\n(.+)$/gm)].map((match) => match[1]))

describe('the licences that travel with the site', () => {
  it.each(Object.keys(dependencies).filter((name) => !name.startsWith('@fontsource-variable/')))(
    'hold the notice of %s',
    (name) => {
      expect(headings).toContain(name)
    },
  )

  it.each(['Literata', 'Atkinson Hyperlegible Next'])('hold the Open Font License of %s', (font) => {
    expect(
      notices.filter(
        (text) =>
          text.includes(`${font} Project Authors`) && text.includes('SIL OPEN FONT LICENSE Version 1.1'),
      ),
    ).toHaveLength(1)
  })
})
