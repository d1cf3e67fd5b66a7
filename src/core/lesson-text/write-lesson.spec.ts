import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { corpusFiles, lessonSource, registries } from '#tests/factories/lesson-files.ts'
import { parseLesson } from './parse-lesson.ts'
import { formatLessonFile, writeLesson } from './write-lesson.ts'

const { authoring } = registries
const parse = (id: string, files: Readonly<Record<string, string>>) => parseLesson({ id, files }, registries)
const GOOD = ['two-levels', 'arabic', 'every-type', 'places', 'two-reports']

describe.each(GOOD)('the lesson %s', (name) => {
  const files = corpusFiles(`good/${name}`)
  const lesson = parse(name, files).value
  if (lesson === null) throw new Error(`Expected ${name} to be sound`)
  const written = writeLesson(lesson, registries, { schemaFolder: '../schema' })

  it('is the same when it is written and read again', () => {
    expect(parse(name, written).value).toEqual(lesson)
  })

  it('is written in the layout that formatting gives', () => {
    for (const [file, text] of Object.entries(written))
      expect(formatLessonFile(file, text, authoring)).toBe(text)
  })

  it('is the same after formatting, which done twice changes nothing more', () => {
    const formatted = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file, formatLessonFile(file, text, authoring) ?? '']),
    )
    expect(parse(name, formatted).value).toEqual(lesson)
    for (const [file, text] of Object.entries(formatted))
      expect(formatLessonFile(file, text, authoring)).toBe(text)
  })
})

describe('a written lesson', () => {
  it('tells editors where its schemas lie, or not', () => {
    const lesson = parse('two-levels', lessonSource().files).value
    if (lesson === null) throw new Error('Expected a sound lesson')
    expect(writeLesson(lesson, registries, { schemaFolder: '../schema' })['questions.yaml']).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schema\/questions\.schema\.json\n- id/,
    )
    expect(writeLesson(lesson, registries, { schemaFolder: null })['lesson.yaml']).toMatch(/^format: 1\n/)
  })
})

describe('formatting', () => {
  const format = (text: string): string | null => formatLessonFile('questions.yaml', text, authoring)

  it('puts fields in their order, takes quotation marks away and never wraps', () => {
    const long = 'word '.repeat(60).trim()
    expect(format(`-   "stem": '${long}'\n    id: "x"\n    type: order\n    items: ["a", 'b: c']`)).toBe(
      `- id: x\n  type: order\n  stem: ${long}\n  items:\n    - a\n    - "b: c"\n`,
    )
  })

  it('parts questions by a blank line and no other', () => {
    expect(format('\n- id: a\n\n  stem: A\n- id: b\n\n\n- id: c\n')).toBe(
      '- id: a\n  stem: A\n\n- id: b\n\n- id: c\n',
    )
  })

  it('keeps comments where they belong', () => {
    const text =
      '# top\n\n# above\n- stem: A # after\n  # before id\n  id: a\n\n# between\n- id: b\n  # last\n'
    expect(format(text)).toBe(
      '# top\n\n# above\n- # before id\n  id: a\n  stem: A # after\n\n# between\n- id: b\n  # last\n',
    )
  })

  it('keeps the first line for editors first', () => {
    const text =
      '# yaml-language-server: $schema=../schema/questions.schema.json\n# Mine\n\n- stem: A\n  id: a\n'
    expect(
      format(text)?.startsWith(
        '# yaml-language-server: $schema=../schema/questions.schema.json\n# Mine\n\n- id: a',
      ),
    ).toBe(true)
  })

  it('knows nothing of other files', () => {
    expect(formatLessonFile('notes.txt', 'x', authoring)).toBeNull()
  })

  const comment = fc.stringMatching(/^[a-z#: '"-]{0,8}$/).map((text) => `#${text}`)
  const spot = fc.tuple(fc.nat(), fc.boolean(), comment)
  test.prop([fc.constantFrom('lesson.yaml', 'questions.yaml'), fc.array(spot, { maxLength: 5 })], {
    numRuns: 30,
  })(
    'loses no comment, wherever it stands, and done twice changes nothing more',
    (file, spots) => {
      const rows = (corpusFiles('good/every-type')[file] ?? '').split('\n')
      for (const [at, isOwnLine, words] of spots) {
        const row = at % rows.length
        if (isOwnLine) rows.splice(row, 0, `${/^ */.exec(rows[row] ?? '')?.[0] ?? ''}${words}`)
        else rows[row] = `${rows[row] ?? ''} ${words}`
      }
      const text = rows.join('\n')
      const formatted = formatLessonFile(file, text, authoring)
      if (formatted === null) return // left alone: nothing is lost
      const comments = (source: string) =>
        source
          .split('\n')
          .flatMap((row) => /(?:^|\s)(#.*)$/.exec(row)?.[1]?.trim() ?? [])
          .sort()
      expect(comments(formatted)).toEqual(comments(text))
      expect(formatLessonFile(file, formatted, authoring)).toBe(formatted)
    },
    60_000,
  )
})
