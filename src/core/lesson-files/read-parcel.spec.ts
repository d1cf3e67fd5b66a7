import { describe, expect, it } from 'vitest'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { corpusFiles, lessonSource, registries } from '#tests/factories/lesson-files.ts'
import { idOfLabel } from './label-id.ts'
import { readLessonJson, writeLessonJson } from './lesson-json.ts'
import { ownLessonId } from './own-id.ts'
import { readParcel, type Parcel, type ReadLesson } from './read-parcel.ts'
import { Refused, type LessonRefusal } from './refusal.ts'
import { writeZip } from './write-zip.ts'

const files = corpusFiles('good/two-levels')
const inOneFile = writeLessonJson({ id: 'two-levels', files })
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const folder = (contents: Readonly<Record<string, string | Uint8Array>>, label = 'two-levels'): Parcel => ({
  label,
  files: Object.entries(contents).map(([path, content]) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content
    return { path, size: bytes.length, bytes: () => Promise.resolve(bytes) }
  }),
})
const inFolder = (name: string, contents = files) =>
  Object.fromEntries(Object.entries(contents).map(([file, text]) => [`${name}${file}`, text]))
const zipOf = (contents: Readonly<Record<string, string | Uint8Array>>, label = 'harbour.zip'): Parcel =>
  folder({ [label]: writeZip(contents) }, label)
const read = (parcel: Parcel): Promise<ReadLesson> => readParcel(parcel, registries)

async function refusalOf(parcel: Parcel): Promise<LessonRefusal> {
  try {
    await read(parcel)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('Expected a refusal')
}

describe('a lesson is read', () => {
  const expected = parseLesson(lessonSource(), registries).value

  it.each([
    ['from a folder', folder(inFolder('two-levels/'))],
    ['from a zip with its folder', zipOf(inFolder('two-levels/'))],
    ['from a zip of the files alone, called like the lesson', zipOf(files, 'two-levels.zip')],
    [
      'from a zip in which a Mac has left its litter',
      zipOf({ ...inFolder('two-levels/'), '__MACOSX/two-levels/._lesson.yaml': 'x', '.DS_Store': '' }),
    ],
    ['from one file', folder({ 'x.lesson.json': inOneFile }, 'x.lesson.json')],
    ['from a zip of one file, as a platform hands it out', zipOf({ 'Unit 4/x.lesson.json': inOneFile })],
    ['from a zip of a second copy of it', zipOf({ 'x.lesson (1).json': inOneFile, 'read me.txt': 'Hello' })],
    ['from a zip in a zip', zipOf({ 'two-levels.zip': writeZip(files) })],
    [
      'from a folder in which one file lies beside others',
      folder({ 'a/x.lesson.json': inOneFile, 'a/read me.txt': '' }, 'a'),
    ],
  ])('%s, the same as from the disk', async (_, parcel) => {
    const { sound, errors, glimpse } = await read(parcel)
    expect(errors).toBe(0)
    expect(JSON.parse(sound?.lesson ?? '')).toEqual(expected)
    expect(glimpse).toMatchObject({ sourceId: 'two-levels', title: expected?.title, questionCount: 4 })
  })

  it('and its one file says the same when it is read again', async () => {
    const { sound } = await read(folder(inFolder('two-levels/')))
    const again = await read(folder({ 'a.lesson.json': sound?.source ?? '' }, 'a.lesson.json'))
    expect(again.sound).toEqual(sound)
    expect(readLessonJson(sound?.source ?? '', '')).toEqual({ id: 'two-levels', files })
  })

  it('with what the check finds, errors first, each with its place', async () => {
    const { sound, errors, diagnostics } = await read(folder(corpusFiles('broken/fields'), 'fields'))
    expect(sound).toBeNull()
    expect(errors).toBeGreaterThan(10)
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'lesson.yaml', line: 2, column: 1 })
  })

  it('says how far it is, from 0 to 1', async () => {
    const shares: number[] = []
    await readParcel(folder(files), registries, (share) => shares.push(share))
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('names in a zip are labels:', () => {
  it.each(['../../two-levels/', '/etc/two-levels/', 'C:\\Users\\two-levels\\', './two-levels/'])(
    '%s leads nowhere',
    async (prefix) => {
      const { glimpse, sound } = await read(zipOf(inFolder(prefix)))
      expect(glimpse?.sourceId).toBe('two-levels')
      expect(sound).not.toBeNull()
    },
  )

  it.each([
    ['Kim in Vladivostok (2).zip', 'kim-in-vladivostok'],
    ['kim-2023.lesson.json', 'kim-2023'],
    ['Élection à Łódź', 'election-a-odz'],
  ])('%s becomes %s', (label, id) => {
    expect(idOfLabel(label)).toBe(id)
  })

  it('one without a letter or digit gets an id of its own', () => {
    expect(idOfLabel('ليبيا')).toMatch(/^lesson-[a-z0-9]+$/)
    expect(idOfLabel('ليبيا')).not.toBe(idOfLabel('سوريا'))
  })

  it('those of other scripts that share a year stay apart', () => {
    expect(idOfLabel('북한-2023')).toMatch(/^2023-[a-z0-9]+$/)
    expect(idOfLabel('북한-2023')).not.toBe(idOfLabel('러시아-2023'))
  })

  it('where one is not UTF-8 the zip’s own name counts', async () => {
    const { glimpse } = await read(zipOf(inFolder('\uFFFD\uFFFD\uFFFD/'), 'harbour.zip'))
    expect(glimpse?.sourceId).toBe('harbour')
  })

  it('and on the device none can stand for a bundled lesson', () => {
    expect(ownLessonId('two-levels')).toMatch(/^own\.[a-z0-9]+$/)
    expect(ownLessonId('two-levels', 2)).toBe(`${ownLessonId('two-levels')}-2`)
  })
})

describe('refused with the place:', () => {
  it.each<[string, Parcel, LessonRefusal['kind'], string]>([
    ['something else', folder({ 'photo.jpg': 'JFIF' }, 'photo.jpg'), 'foreign', 'photo.jpg'],
    ['JSON of something else', folder({ 'a.json': '{"a":1}' }, 'a.json'), 'foreign', 'a.json'],
    ['a folder without a lesson', folder({ 'a/x.txt': '', 'a/y.txt': '' }, 'a'), 'no-lesson', 'a'],
    [
      'two lessons in one file each',
      folder({ 'a.zip': 'PK', 'b.lesson.json': '{}' }),
      'several',
      'a.zip, b.lesson.json',
    ],
    ['two lessons at once', folder({ ...inFolder('a/'), ...inFolder('b/') }, 'x'), 'several', 'a, b'],
    [
      'two lessons in a zip',
      zipOf({ 'a.lesson.json': inOneFile, 'b.lesson.json': inOneFile }),
      'several',
      'a.lesson.json, b.lesson.json',
    ],
    [
      'a zip in a zip in a zip',
      zipOf({ 'b.zip': writeZip({ 'c.zip': writeZip(files) }) }),
      'no-lesson',
      'b.zip',
    ],
    [
      'one file of a later version',
      folder({ 'a.lesson.json': '{"format":"proofline-lesson","version":2}' }, 'a'),
      'newer',
      'a',
    ],
    [
      'one file that was cut',
      folder({ 'a.lesson.json': writeLessonJson({ id: 'a', files }).slice(0, 900) }, 'a'),
      'damaged',
      'a',
    ],
    [
      'keys that nobody knows',
      folder(
        { 'a.lesson.json': '{"format":"proofline-lesson","version":1,"id":"a","files":{},"more":1}' },
        'a',
      ),
      'damaged',
      'a',
    ],
    [
      'files that are none of a lesson',
      folder({ 'a.lesson.json': writeLessonJson({ id: 'a', files: { '../x.js': '' } }) }, 'a'),
      'damaged',
      'a',
    ],
    [
      'a file that is there twice',
      folder({ 'a/lesson.yaml': '', 'a\\lesson.yaml': '' }, 'a'),
      'damaged',
      'lesson.yaml',
    ],
    [
      'a text that is too large',
      folder({ ...files, 'article.b1.md': 'x'.repeat(2_000_001) }, 'a'),
      'too-large',
      'article.b1.md',
    ],
  ])('%s', async (_, parcel, kind, place) => {
    expect(await refusalOf(parcel)).toMatchObject({ kind, place })
  })

  it('100 MB, without reading a byte', async () => {
    const unread = { path: 'a.zip', size: 100_000_000, bytes: () => Promise.reject(new Error('It was read')) }
    expect(await refusalOf({ label: 'a.zip', files: [unread] })).toMatchObject({ kind: 'too-large' })
  })

  it('prototypes are no more than keys that nobody knows', async () => {
    const json =
      '{"format":"proofline-lesson","version":1,"id":"a","files":{"__proto__":"x"},"__proto__":{"a":1}}'
    await refusalOf(folder({ 'a.lesson.json': json }, 'a')).catch(() => undefined)
    expect(({} as { a?: number }).a).toBeUndefined()
  })
})

describe('a long list of questions', () => {
  const question = (index: number, stem = `What is number ${index}?`) => `- id: q${index}
  type: short-text
  section: ${index % 2 === 0 ? 'opening' : 'money'}
  process: infer
  stem: ${stem}
  answers: [nine]
  explanation: Because.
  evidence:
    b1: At nine o’clock the mayor switched on the light.
    a2: The mayor turned the light on at nine o’clock.
`
  const list = (count: number) => Array.from({ length: count }, (_, index) => question(index))
  const parse = (questions: string) => parseLesson(lessonSource({ 'questions.yaml': questions }), registries)

  it('is read entry by entry like a short one', () => {
    const { value } = parse(list(5000).join('\n'))
    expect(value?.questions.map(({ id }) => String(id))).toEqual(
      Array.from({ length: 5000 }, (_, index) => `q${index}`),
    )
  })

  it('has its faults at the same places', () => {
    const short = list(20)
    short[7] = question(7, '[a, list]')
    short[9] = question(3)
    const found = parse(short.join('\n')).diagnostics.filter(({ severity }) => severity === 'error')
    const long = parse([...short, `# ${'x'.repeat(1_100_000)}`].join('\n'))
    expect(long.diagnostics.filter(({ severity }) => severity === 'error')).toEqual(found)
    expect(found.map(({ code }) => code)).toContain('duplicate-id')
  })
})
