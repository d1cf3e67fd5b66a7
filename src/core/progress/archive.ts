import type { AttemptId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import type { BackupLesson, KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import type { LessonsReport } from '#core/lesson-files/merge-lessons.ts'
import type { ProgressEvent } from './events.ts'
import type { AttemptRecord } from './outcomes.ts'
import type { StorageFault } from './fault.ts'

/** All that is kept of one attempt. */
export interface StoredAttempt {
  /** Null where it was lost; it can be worked out from the events. */
  readonly summary: AttemptRecord | null
  readonly events: readonly ProgressEvent[]
}

/** What a look through everything has found. */
export interface DataReport {
  readonly attempts: number
  readonly events: number
  /** Records that could not be used and were set aside by this look. */
  readonly setAside: number
  /** Records that earlier looks had set aside. */
  readonly setAsideBefore: number
  /** Attempts whose summary is missing or does not go with their events. */
  readonly stale: readonly AttemptId[]
}

/** What became of the attempts of a backup, and of its lessons from files. */
export interface MergeReport {
  readonly added: number
  /** Known here, but the backup knew how they went on. */
  readonly extended: number
  /** The same, or gone on with here. */
  readonly known: number
  /** Gone on with differently here and there: both are kept. */
  readonly forked: number
  readonly lessons: LessonsReport
}

/** Progress as a whole: to be looked through, taken along and brought back. Adapters never throw. */
export interface ProgressArchive {
  /** Reads everything, sets aside what cannot be used; a second look finds nothing. */
  check(): Promise<Result<DataReport, StorageFault>>
  /** How many summaries there are, also such that cannot be used; reads none of them. */
  countSummaries(): Promise<Result<number, StorageFault>>
  /** Attempts with events and without a usable summary; reads no events. */
  unlistedAttempts(): Promise<Result<readonly AttemptId[], StorageFault>>
  /** The ids of all attempts that have a summary or events, last touched last. */
  attemptIds(): Promise<Result<readonly AttemptId[], StorageFault>>
  /** One attempt, as far as it is sound. */
  readStored(attempt: AttemptId): Promise<Result<StoredAttempt, StorageFault>>
  /**
   * Takes attempts and lessons from files in beside what is here, all or none of them; resolves when they are durable. Rejects before
   * anything is written when what merges lessons cannot be fetched.
   */
  merge(
    attempts: readonly StoredAttempt[],
    lessons?: readonly KeptLesson[],
  ): Promise<Result<MergeReport, StorageFault>>
  /** Throws everything away, because the reader wants it so. */
  erase(): Promise<Result<void, StorageFault>>
}

/**
 * Bytes of a backup at most; what is larger is neither written nor read. No reader's history comes near it: 100,000 events take about
 * 15 MB, and of the largest lessons from files there is room for five.
 */
export const MAX_BACKUP_BYTES = 500_000_000

/** Why a backup could not be written. `too-large`: what is kept here is more than a backup can have. */
export type BackupFault = StorageFault | { readonly kind: 'too-large'; readonly detail: string }

/**
 * Why a file is no backup that can be brought back. `foreign`: something else. `newer`: of a later version of the program. `cut`: its end
 * is missing. `damaged`: what it says is not what was written. `too-large`, `unreadable`: as they say.
 */
export interface BackupRefusal {
  readonly kind: 'foreign' | 'newer' | 'cut' | 'damaged' | 'too-large' | 'unreadable'
  /** For a report; never shown alone. */
  readonly detail: string
}

/** A backup that was read to its end and found whole. */
export interface Backup {
  /** Wall clock of the device that wrote it. */
  readonly savedAtMs: number
  readonly attempts: readonly StoredAttempt[]
  /** Lessons from files, as texts that nobody has read yet. */
  readonly lessons: readonly BackupLesson[]
}

/** A backup whose lessons were read too, like any others from files. */
export interface ReadBackup extends Backup {
  /** Those that are sound. */
  readonly kept: readonly KeptLesson[]
}
