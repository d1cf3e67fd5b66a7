import { deflateRawSync } from 'node:zlib'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LESSON_CORPUS, corpusFiles } from '#tests/factories/lesson-files.ts'
import { crc32 } from '#core/lesson-files/crc32.ts'
import { writeLessonJson } from '#core/lesson-files/lesson-json.ts'
import { writeZip } from '#core/lesson-files/write-zip.ts'

/** The frozen lesson of two levels and four questions, as its folder, its files and in the two forms of one file. */
export const HARBOUR = {
  id: 'two-levels',
  title: 'The harbour gets a new lighthouse',
  folder: path.join(LESSON_CORPUS, 'good/two-levels'),
  files: corpusFiles('good/two-levels'),
}

/** A file as a test hands it to the browser. */
export interface ParcelFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const zipFile = (files: Readonly<Record<string, string>>, name = 'two-levels.zip'): ParcelFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(writeZip(files)),
})

export const jsonFile = (files: Readonly<Record<string, string>>, id = HARBOUR.id): ParcelFile => ({
  name: `${id}.lesson.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(writeLessonJson({ id, files })),
})

/** The lesson with the text of one of its files changed. */
export function harbourWith(name: string, edit: (text: string) => string): Record<string, string> {
  const text = HARBOUR.files[name] ?? ''
  const edited = edit(text)
  if (edited === text) throw new Error(`Expected the edit to change ${name}`)
  return { ...HARBOUR.files, [name]: edited }
}

/** A zip that says of its one file that it is ten bytes long; it unpacks to fifty million. */
export function forgedZip(): ParcelFile {
  const bytes = new TextEncoder().encode('a'.repeat(50_000_000))
  const packed = deflateRawSync(bytes)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  const name = Buffer.from('lesson.yaml')
  head.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(crc32(bytes), 16)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(10, 24)
  entry.writeUInt16LE(name.length, 28)
  const start = head.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(start, 16)
  return {
    name: 'forged.zip',
    mimeType: 'application/zip',
    buffer: Buffer.concat([head, name, packed, entry, name, end]),
  }
}

/** A folder of a lesson that asks very many questions. */
export async function manyQuestions(dir: string, count: number): Promise<string> {
  const folder = path.join(dir, 'many-questions')
  const questions = Array.from(
    { length: count },
    (_, index) => `- id: q${index}
  type: short-text
  section: ${index % 2 === 0 ? 'opening' : 'money'}
  process: infer
  stem: What is number ${index}?
  answers: [nine]
  explanation: Because.
  evidence:
    b1: At nine o’clock the mayor switched on the light.
    a2: The mayor turned the light on at nine o’clock.
`,
  )
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries({ ...HARBOUR.files, 'questions.yaml': questions.join('\n') }))
    await writeFile(path.join(folder, name), text)
  return folder
}
