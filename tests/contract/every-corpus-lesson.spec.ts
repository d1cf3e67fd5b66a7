import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '#core/kernel/diagnostic.ts'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { authoringWords, diagnosticLine } from '#node/diagnostic-lines.ts'
import { readLessonFolder } from '#node/lesson-folders.ts'
import { LESSON_CORPUS, registries } from '#tests/factories/lesson-files.ts'

const foldersIn = (dir: string): string[] =>
  readdirSync(path.join(LESSON_CORPUS, dir), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
const read = async (folder: string) =>
  parseLesson(await readLessonFolder(path.join(LESSON_CORPUS, folder)), registries)
const words = authoringWords()

it.each(foldersIn('good'))('the frozen lesson good/%s is still read without an error', async (name) => {
  const { value, diagnostics } = await read(`good/${name}`)
  expect(hasErrors(diagnostics)).toBe(false)
  expect(value?.id).toBe(name)
})

describe.each(foldersIn('broken'))('the frozen lesson broken/%s', (name) => {
  it('is found faulty as it was when it was frozen', async () => {
    const { diagnostics } = await read(`broken/${name}`)
    const lines = diagnostics.map(
      ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}\n`,
    )
    await expect(lines.join('')).toMatchFileSnapshot(path.join(LESSON_CORPUS, `broken/${name}.expected.txt`))
  })

  it('gets words for every fault', async () => {
    const { diagnostics } = await read(`broken/${name}`)
    for (const diagnostic of diagnostics) {
      const line = diagnosticLine(diagnostic, '', words)
      expect(line).not.toContain('diagnostics.')
      expect(line, 'a parameter is missing').not.toMatch(/“”|``|\(\)/)
    }
  })
})
