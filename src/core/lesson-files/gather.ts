import type { LessonSource } from '#core/lesson-text/parse-lesson.ts'
import { maxFileSize } from '#core/lesson-text/file-sizes.ts'
import { isLessonFile, isLitter, isPackedLesson } from './file-names.ts'
import { idOfLabel } from './label-id.ts'
import { MAX_UNPACKED_BYTES } from './limits.ts'
import { Refused } from './refusal.ts'

/** A file under the name that its folder or zip gives it, read when it is wanted. */
export interface NamedFile {
  readonly name: string
  /** Throws `Refused` when there is more. */
  read(maxBytes: number): Promise<Uint8Array>
}

interface Labelled {
  readonly folder: readonly string[]
  readonly base: string
  readonly file: NamedFile
}

/** The one lesson among files, with the text of each of its files. Throws `Refused` when there is none, or more than one. */
export async function gatherLesson(files: readonly NamedFile[], label: string): Promise<LessonSource> {
  const labelled = files.flatMap((file) => labelOf(file))
  const lessonFiles = labelled.filter(({ base }) => isLessonFile(base))
  const folders = [...new Set(lessonFiles.map(({ folder }) => folder.join('/')))]
  const [folder] = folders
  const lessons = folder === undefined ? labelled.map(({ base }) => base).filter(isPackedLesson) : folders
  if (lessons.length > 1) throw new Refused('several', lessons.slice(0, 5).join(', '), `${lessons.length}`)
  if (folder === undefined) throw new Refused('no-lesson', label, `${files.length} files`)
  const own = labelled.filter((one) => one.folder.join('/') === folder)
  const texts: Record<string, string> = {}
  const unreadable: Record<string, { readonly code: string }> = {}
  let bytesLeft = MAX_UNPACKED_BYTES
  for (const { base, file } of own) {
    if (!isLessonFile(base)) {
      texts[base] = '' // of files that are no part of a lesson only the name matters
      continue
    }
    if (Object.hasOwn(texts, base) || Object.hasOwn(unreadable, base))
      throw new Refused('damaged', base, 'it is there twice')
    const bytes = await file.read(Math.min(maxFileSize(base), bytesLeft))
    bytesLeft -= bytes.length
    const text = decoded(bytes)
    if (text === null) unreadable[base] = { code: 'not-utf8' }
    else texts[base] = text
  }
  return { id: idOfLabel(nameOf(folder) || label), files: texts, unreadable }
}

/** The name of the lesson's folder; none where it is not to be read, as in a zip that an older Windows has packed. */
function nameOf(folder: string): string {
  const name = folder.split('/').at(-1) ?? ''
  return name.includes('\uFFFD') ? '' : name
}

/** The lesson in one file or zip that is alone among files, none of which is a lesson's; null where there is none, or more than one. */
export function packedLesson(files: readonly NamedFile[]): NamedFile | null {
  const labelled = files.flatMap((file) => labelOf(file))
  const [packed, ...others] = labelled.filter(({ base }) => isPackedLesson(base))
  if (packed === undefined || others.length > 0 || labelled.some(({ base }) => isLessonFile(base)))
    return null
  return { name: packed.base, read: (maxBytes) => packed.file.read(maxBytes) }
}

/** The words of a name, whatever separates them. They are compared with each other and never looked up anywhere. */
function labelOf(file: NamedFile): readonly Labelled[] {
  const words = file.name.split(/[\\/]+/).filter((word) => word !== '' && word !== '.' && word !== '..')
  const base = words.at(-1)
  if (base === undefined || /[\\/]$/.test(file.name) || words.some(isLitter)) return []
  return [{ folder: words.slice(0, -1), base, file }]
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
