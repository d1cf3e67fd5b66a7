import type { Result } from '#core/kernel/result.ts'
import type { ReadLesson } from './read-parcel.ts'
import type { LessonRefusal } from './refusal.ts'
import type { LongText } from './shelf.ts'

/** A file of the browser's with the folders above it; `path` is its name alone where there are none. */
export interface OpenedFile {
  readonly path: string
  readonly file: Blob
}

/** What somebody has chosen or dropped. */
export interface OpenedFiles {
  /** The name of the folder or file. */
  readonly label: string
  readonly files: readonly OpenedFile[]
}

/** A lesson as it came out of the reading; its long texts may be files of the browser's. */
export type OpenedLesson = Omit<ReadLesson, 'sound'> & {
  readonly sound:
    | (Omit<NonNullable<ReadLesson['sound']>, 'source' | 'lesson'> & Record<'source' | 'lesson', LongText>)
    | null
}

/** A reading on its way. */
export interface LessonReading {
  readonly result: Promise<Result<OpenedLesson, LessonRefusal>>
  /** Ends it at once; the result is then a refusal that nobody waits for. */
  cancel(): void
}

/** Reads what was opened apart from the page, so that no file can make it stand still. */
export interface LessonOpener {
  open(files: OpenedFiles, onShare: (share: number) => void): LessonReading
}
