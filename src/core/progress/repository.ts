import type { AttemptId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import type { ProgressArchive } from './archive.ts'
import type { AttemptSummary, ProgressEvent } from './events.ts'
import type { StorageFault } from './fault.ts'
import type { AttemptOutcomes, AttemptRecord } from './outcomes.ts'

export type { StorageFault } from './fault.ts'

/** Where progress is kept. Adapters never throw. */
export interface ProgressRepository {
  /** `device` survives the closing of the browser, `memory` does not. */
  readonly kind: 'device' | 'memory'
  /** The same progress as a whole. */
  readonly archive: ProgressArchive
  /** The lessons from files, which are kept beside it. Rejects when its part of the app cannot be fetched. */
  openShelf(): Promise<LessonShelf>
  /**
   * Appends events of one attempt and puts its summary, all or nothing; resolves when they are durable. A known
   * `[attempt, seq]` is a conflict, a missing one before the first is a gap. No events: only the summary is put.
   */
  append(events: readonly ProgressEvent[], summary: AttemptRecord): Promise<Result<void, StorageFault>>
  /** The attempt's events by `seq`; empty when there are none. */
  readAttempt(attempt: AttemptId): Promise<Result<readonly ProgressEvent[], StorageFault>>
  /** Every attempt of the device, last touched first. */
  listAttempts(): Promise<Result<readonly AttemptSummary[], StorageFault>>
  /** What became of the checked questions of every attempt, first started first; large, and read by review and progress only. */
  listOutcomes(): Promise<Result<readonly AttemptOutcomes[], StorageFault>>
}

/** Small choices of the reader that must be known before the first paint. */
export interface SettingsStorage {
  /** Null when nothing is stored or it cannot be read. */
  read(): unknown
  write(settings: unknown): Result<void, StorageFault>
}
