import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Found } from '#core/lesson-text/position.ts'
import { MAX_FILE_SIZE, type LessonSource } from '#core/lesson-text/parse-lesson.ts'

/** Files that make a folder a lesson; one of them is enough, so that a lesson with a file missing is still looked at. */
const LESSON_FILES = /^(?:lesson\.yaml|questions\.yaml|(?:article|report\.[a-z0-9-]+)\.[a-z0-9]+\.md)$/

/** What editors and systems leave beside files. */
const LITTER = /^\.|~$|^#.*#$|\.sw[a-z]$/

/** Names of the folders in `dir` that hold a lesson, sorted. Throws what the file system throws. */
export async function lessonFoldersIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const folders = entries.filter(
    (entry) =>
      !LITTER.test(entry.name) && entry.name !== 'schema' && (entry.isDirectory() || entry.isSymbolicLink()),
  )
  const lessons = await Promise.all(
    folders.map(async ({ name }) => ((await isLessonFolder(path.join(dir, name))) ? [name] : [])),
  )
  return lessons.flat().sort()
}

/** Whether a folder holds at least one file of a lesson. */
export async function isLessonFolder(dir: string): Promise<boolean> {
  try {
    return (await readdir(dir)).some((name) => LESSON_FILES.test(name))
  } catch {
    return false // not a folder, or gone since it was listed
  }
}

/** A lesson's folder as the parser takes it. Files that cannot be read are named with the reason; throws only when the folder cannot be listed. */
export async function readLessonFolder(dir: string): Promise<LessonSource> {
  const entries = await readdir(dir, { withFileTypes: true })
  const files: Record<string, string> = {}
  const unreadable: Record<string, Found> = {}
  for (const entry of entries.filter(({ name }) => !LITTER.test(name))) {
    if (entry.isDirectory()) files[`${entry.name}/`] = ''
    else if (!LESSON_FILES.test(entry.name)) files[entry.name] = ''
    else {
      const read = await readText(path.join(dir, entry.name))
      if (typeof read === 'string') files[entry.name] = read
      else unreadable[entry.name] = read
    }
  }
  return { id: path.basename(path.resolve(dir)), files, unreadable }
}

async function readText(file: string): Promise<string | Found> {
  try {
    const { size } = await stat(file)
    if (size > MAX_FILE_SIZE) return { code: 'file-too-large', params: { max: MAX_FILE_SIZE / 1_000_000 } }
    const bytes = await readFile(file)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return { code: 'not-utf8' }
    return {
      code: 'unreadable-file',
      params: { reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) },
    }
  }
}
