import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { diagnosticMessageKey, hasErrors } from '#core/kernel/diagnostic.ts'
import { corpusFiles, lessonSource, parseEdited, registries } from '#tests/factories/lesson-files.ts'
import { parseLesson, type LessonSource, type ParsedLesson } from './parse-lesson.ts'

const GOOD = corpusFiles('good/every-type')
const parse = (source: LessonSource): ParsedLesson => parseLesson(source, registries)
const lines = ({ diagnostics }: ParsedLesson): string[] =>
  diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)

describe('a sound lesson', () => {
  const { value, draft, diagnostics } = parse(lessonSource())

  it('comes without diagnostics, with all that a library shows of it', () => {
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject({
      id: 'two-levels',
      formatVersion: 1,
      title: 'The harbour gets a new lighthouse',
      language: 'en',
      direction: 'ltr',
      levels: ['a2', 'b1'],
      defaultLevel: 'a2',
      questionCount: 4,
      glossary: [
        { term: 'lighthouse', forms: [] },
        { term: 'fishermen', forms: [] },
      ],
    })
    expect(value?.wordCounts.a2).toBeLessThan(value?.wordCounts.b1 ?? 0)
    expect(draft?.questions.map(({ question }) => question.id)).toEqual([
      'first-light',
      'why-needed',
      'who-paid',
      'safer-claim',
    ])
  })

  it('gives each question the sentences that prove it, at each level', () => {
    const [first, , third] = value?.questions ?? []
    expect(first?.evidence.b1).toEqual([
      {
        quote: 'At nine o’clock the mayor switched on the light.',
        sentences: [expect.stringMatching(/^opening\./)],
      },
    ])
    expect(third?.evidence.a2?.map(({ sentences }) => sentences.length)).toEqual([1, 1])
  })

  it('keeps its content hash when only a description changes, and not when a question or the text does', () => {
    const summary = parseEdited('lesson.yaml', (text) => text.replace('A small town', 'A little town'))
    const stem = parseEdited('questions.yaml', (text) => text.replace('for the first time', 'first'))
    const article = parseEdited('article.a2.md', (text) => text.replace('About 300', 'Some 300'))
    expect(summary.value?.contentHash).toBe(value?.contentHash)
    expect(stem.value?.contentHash).not.toBe(value?.contentHash)
    expect(article.value?.contentHash).not.toBe(value?.contentHash)
  })

  it('is read from right to left where its script is', () => {
    expect(parse({ id: 'arabic', files: corpusFiles('good/arabic') }).value).toMatchObject({
      language: 'ar',
      direction: 'rtl',
    })
  })

  it('is the same with carriage returns and byte order marks', () => {
    const files = Object.entries(lessonSource().files).map(([name, text]) => [
      name,
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ])
    expect(parse({ id: 'two-levels', files: Object.fromEntries(files) })).toEqual(parse(lessonSource()))
  })
})

describe('faults do not hide each other', () => {
  it('a bad question leaves the others and the articles', () => {
    const parsed = parseEdited('questions.yaml', (text) =>
      text
        .replace('process: retrieve', 'proces: retrieve')
        .replace('"The fishermen gave the rest."', '"Nobody gave anything."'),
    )
    expect(lines(parsed)).toEqual([
      'questions.yaml:4:3 missing-field',
      'questions.yaml:7:3 unknown-field',
      'questions.yaml:63:9 evidence-not-found',
    ])
    expect(parsed.value).toBeNull()
    expect(parsed.draft?.questions).toHaveLength(4)
  })

  it('a fault of syntax in one question takes only that question away', () => {
    const parsed = parseEdited('questions.yaml', (text) =>
      text.replace('stem: When', 'stem: When: ').replace('process: infer', 'process: ifner'),
    )
    expect(lines(parsed)).toEqual(['questions.yaml:8:9 yaml-colon', 'questions.yaml:26:12 bad-value'])
    expect(parsed.draft?.questions.map(({ index }) => index)).toEqual([1, 2, 3])
  })

  it('a bad article leaves the questions and the other article', () => {
    const parsed = parse(
      lessonSource({
        'article.a2.md': '',
        'questions.yaml': (corpusFiles('good/two-levels')['questions.yaml'] ?? '').replace(
          'which left',
          'that left',
        ),
      }),
    )
    expect(lines(parsed)).toEqual(['article.a2.md:1:1 empty-file', 'questions.yaml:39:9 evidence-not-found'])
  })

  it('an unreadable lesson.yaml leaves both', () => {
    const parsed = parse(lessonSource({ 'lesson.yaml': 'title: [', 'questions.yaml': '- id: x' }))
    expect(new Set(parsed.diagnostics.map(({ file, code }) => `${file} ${code}`))).toEqual(
      new Set(['lesson.yaml yaml-syntax', 'questions.yaml missing-field']),
    )
    expect(parsed.draft?.articles).toHaveLength(2)
  })
})

describe('what a hurried hand writes', () => {
  const firstOf = (name: string, from: string, to: string) =>
    parseEdited(name, (text) => text.replace(from, to)).diagnostics[0]

  it.each([
    ['lesson.yaml', 'language: en', 'language: English', 'bad-language'],
    ['questions.yaml', 'id: first-light', 'id: First light', 'bad-id_suggestion'],
    ['questions.yaml', 'section: opening', 'section: opening\n  points: 1e308', 'too-large'],
    ['questions.yaml', '  type: single', '   type: single', 'yaml-indent'],
    ['lesson.yaml', 'sources:', 'sources:\n  - []', 'wrong-type_mapping'],
    ['article.b1.md', '## The opening', '# A new light\n\n## The opening', 'markup-not-allowed_headline'],
  ])('in %s: %s → %s', (name, from, to, key) => {
    const first = firstOf(name, from, to)
    expect(first && diagnosticMessageKey(first)).toBe(`diagnostics.${key}`)
  })

  it('is told the values that can stand there, each by itself', () => {
    const first = firstOf('questions.yaml', 'answer: not-stated', 'answer: unknown')
    expect(first?.params.allowed).toBe('true, false, not-stated')
  })

  it('is shown the id that was meant', () => {
    expect(firstOf('questions.yaml', 'id: first-light', 'id: First light')?.params.suggestion).toBe(
      'first-light',
    )
  })
})

describe('files of a lesson', () => {
  it.each([
    ['lesson.yaml', 'lesson.yaml:1:1 missing-file'],
    ['questions.yaml', 'questions.yaml:1:1 missing-file'],
    ['article.b1.md', 'lesson.yaml:9:14 missing-article'],
  ])('%s must be there', (name, expected) => {
    expect(lines(parse(lessonSource({ [name]: null })))).toEqual([expected])
  })

  it('that nobody knows are a warning', () => {
    const parsed = parse(lessonSource({ 'article.c2.md': 'x', 'photo.jpg': '' }))
    expect(lines(parsed)).toEqual(['article.c2.md:1:1 unknown-file', 'photo.jpg:1:1 unknown-file'])
    expect(parsed.value).not.toBeNull()
  })

  it('that are too large or could not be read are not looked into', () => {
    const files = lessonSource({ 'article.a2.md': 'x'.repeat(2_000_001), 'questions.yaml': null }).files
    const parsed = parse({
      id: 'two-levels',
      files,
      unreadable: { 'questions.yaml': { code: 'unreadable-file', params: { reason: 'EACCES' } } },
    })
    expect(lines(parsed)).toEqual(['article.a2.md:1:1 file-too-large', 'questions.yaml:1:1 unreadable-file'])
  })

  it('of a later format are not judged', () => {
    const parsed = parseEdited('lesson.yaml', (text) => text.replace('format: 1', 'format: 2\nnew: field'))
    expect(lines(parsed)).toEqual(['lesson.yaml:2:9 unsupported-format'])
    expect(parsed.draft).toBeNull()
  })

  it('with a fault get no advice about the whole, which nobody has seen', () => {
    const parsed = parseEdited('questions.yaml', (text) =>
      text.replace(/section: money/g, 'section: opening').replace('id: first-light', 'id: First Light'),
    )
    expect(parsed.diagnostics.map(({ code }) => code)).not.toContain('section-without-question')
  })
})

/** A lesson with random edits: lines taken out, doubled or swapped, characters put in. */
const edits = fc.array(
  fc.record({
    file: fc.constantFrom(...Object.keys(GOOD)),
    kind: fc.constantFrom('delete', 'double', 'swap', 'insert', 'cut'),
    at: fc.nat(),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '  ',
        '\t',
        '- ',
        ': ',
        '"',
        '{',
        '[',
        '#',
        '\n',
        '&a',
        '*',
        '|',
        '---\n',
        '\uFEFF',
        '\r',
      ),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)
type Edit = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never

function edited(source: string, { kind, at, text }: Edit): string {
  const rows = source.split('\n')
  const row = at % rows.length
  if (kind === 'delete') return rows.toSpliced(row, 1).join('\n')
  if (kind === 'double') return rows.toSpliced(row, 0, rows[row] ?? '').join('\n')
  if (kind === 'swap') return rows.toSpliced(row, 2, rows[row + 1] ?? '', rows[row] ?? '').join('\n')
  const offset = at % (source.length + 1)
  return kind === 'cut' ? source.slice(0, offset) : source.slice(0, offset) + text + source.slice(offset)
}

function expectSound(source: LessonSource): void {
  const { value, diagnostics } = parse(source)
  expect(value === null).toBe(hasErrors(diagnostics))
  for (const { file, line, column } of diagnostics) {
    const rows = (source.files[file] ?? '').replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(rows.length)
    expect(column).toBeGreaterThan(0)
    expect(column).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1)
  }
}

describe('whatever the files hold', { timeout: 120_000 }, () => {
  test.prop([edits], { numRuns: 40 })(
    'an edited lesson never throws, and every diagnostic points into its file',
    (list) => {
      const files = list.reduce<Record<string, string>>(
        (all, edit) => ({ ...all, [edit.file]: edited(all[edit.file] ?? '', edit) }),
        GOOD,
      )
      expectSound({ id: 'every-type', files })
    },
  )

  const anything = fc.string({ unit: 'binary', maxLength: 200 })
  test.prop([fc.string(), anything, anything, anything], { numRuns: 60 })(
    'neither does one made of anything',
    (id, lesson, article, questions) => {
      expectSound({
        id,
        files: { 'lesson.yaml': lesson, 'article.a1.md': article, 'questions.yaml': questions },
      })
    },
  )

  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom(
          'id',
          'type',
          'stem',
          'options',
          'text',
          'evidence',
          'a2',
          'levels',
          'constructor',
          '__proto__',
        ),
        tie('any'),
      ),
      fc.array(tie('any')),
    ),
  })).any
  test.prop([value, value], { numRuns: 60 })('nor one whose data are of any kind', (lesson, questions) => {
    expectSound(
      lessonSource({ 'lesson.yaml': JSON.stringify(lesson), 'questions.yaml': JSON.stringify(questions) }),
    )
  })
})

describe('where and when', () => {
  const places = corpusFiles('good/places')
  const withDate = (date: string) =>
    parse({
      id: 'places',
      files: {
        ...places,
        'lesson.yaml': (places['lesson.yaml'] ?? '').replace('date: 1488', `date: ${date}`),
      },
    })

  it('are read with other spellings, the journey and the sections that tell of a day', () => {
    expect(parse({ id: 'places', files: places }).value).toMatchObject({
      places: [{ id: 'lisbon' }, { forms: ['the Cape'] }, { id: 'calicut' }],
      route: ['lisbon', 'cape', 'calicut', 'cape', 'lisbon'],
      timeline: [{ date: '1488' }, { date: '1497-07-08', section: 'out' }, { date: '1498-05' }],
    })
  })

  it.each(['1488-02', '1488-02-29', '"1488"'])('takes %s for a date', (date) => {
    expect(lines(withDate(date)).filter((line) => line.startsWith('lesson.yaml'))).toEqual([])
  })

  it.each(['1488-13', '1488-02-30', '88', 'spring'])('finds %s to be none', (date) => {
    expect(lines(withDate(date)).filter((line) => line.startsWith('lesson.yaml'))).toHaveLength(1)
  })
})
