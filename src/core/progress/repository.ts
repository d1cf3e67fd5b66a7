import type { AttemptId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import type { AttemptSummary, ProgressEvent } from './events.ts'
import type { AttemptOutcomes, AttemptRecord } from './outcomes.ts'

/**
 * Why storage failed. `quota`: the device is full. `conflict`: another page has written this attempt. `gap`: the attempt's
 * earlier events are not stored (any more), so these would hang in the air; the browser's data may have been cleared.
 * `newer`: a later version of the program keeps its data here, which this one may read and must not write.
 * `unavailable`: there is no storage here. `failed`: anything else; a later try may go through.
 */
export interface StorageFault {
  readonly kind: 'quota' | 'conflict' | 'gap' | 'newer' | 'unavailable' | 'failed'
  /** What the platform said, for a report; never shown alone. */
  readonly detail: string
}

/** Where progress is kept. Adapters never throw. */
export interface ProgressRepository {
  /** `device` survives the closing of the browser, `memory` does not. */
  readonly kind: 'device' | 'memory'
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
