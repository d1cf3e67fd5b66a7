import type { LessonId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import type { LessonSummary } from '#core/lesson/model.ts'
import type { StorageFault } from '#core/progress/fault.ts'

/** Counts up when a lesson that was compiled before would be misread: it is then made anew from its source. */
export const COMPILED_VERSION = 1

/** More editions than anybody comes back after; with each goes a line a question. */
export const MAX_EDITIONS = 20

/** What a library shows of a lesson from a file. */
export interface OwnLessonCard {
  readonly id: LessonId
  /** As its folder is called; what tells editions of one lesson from other lessons. */
  readonly sourceId: string
  /** Its id is the one above. */
  readonly summary: LessonSummary
  readonly contentHash: string
  readonly asOf: string | null
  /** Wall clock, milliseconds since 1970-01-01 UTC. */
  readonly openedAtMs: number
}

/** What was here before under the same id, so that old answers can be told what has changed since. */
export interface Edition {
  readonly contentHash: string
  /** `lesson/edition.ts`. */
  readonly prints: string
  readonly asOf: string | null
  readonly openedAtMs: number
}

/** A long text: large ones are files of the browser's, which it passes on without a copy. */
export type LongText = string | Blob

/** A lesson from a file, whole. */
export interface OwnLesson {
  readonly id: LessonId
  /** A lesson in one file (`lesson-json.ts`): what counts. */
  readonly source: LongText
  /** The lesson as JSON, made from the source by the version named beside; its id may be the source's. */
  readonly lesson: LongText
  readonly compiledVersion: number
  /** The present one last. */
  readonly editions: readonly Edition[]
}

/** The lessons that this device has from files. Adapters never throw. */
export interface LessonShelf {
  /** Last opened first. */
  list(): Promise<Result<readonly OwnLessonCard[], StorageFault>>
  /** Null when there is none of that id. */
  read(id: LessonId): Promise<Result<OwnLesson | null, StorageFault>>
  /** Puts a lesson in its place, card and texts or nothing; resolves when they are durable. */
  put(card: OwnLessonCard, lesson: OwnLesson): Promise<Result<void, StorageFault>>
  remove(id: LessonId): Promise<Result<void, StorageFault>>
}
