import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { errorDetail } from './fault.ts'
import { plainCopy } from './plain.ts'
import { batchFault } from './records.ts'

/** What is appended at once: consecutive events of one attempt, and its summary after them. */
export interface Batch {
  readonly events: readonly ProgressEvent[]
  readonly summary: AttemptRecord
}

/** A checked copy that nobody else can change: only what can be read back later may be acknowledged. */
export function takeBatch(
  events: readonly ProgressEvent[],
  summary: AttemptRecord,
): Result<Batch, StorageFault> {
  try {
    const batch = { events: plainCopy(events), summary: plainCopy(summary) }
    const fault = batchFault(batch.events, batch.summary)
    return fault === null ? ok(batch) : err({ kind: 'failed', detail: fault })
  } catch (error) {
    return err({ kind: 'failed', detail: errorDetail(error) })
  }
}

/** The fault of a batch whose predecessor is not stored. */
export const gapFault = ({ attempt, seq }: ProgressEvent): StorageFault => ({
  kind: 'gap',
  detail: `event ${seq - 1} of ${attempt} is not stored`,
})

/** The fault of a batch that would write over a stored event. */
export const conflictFault = ({ attempt, seq }: ProgressEvent): StorageFault => ({
  kind: 'conflict',
  detail: `event ${seq} of ${attempt} is already stored`,
})
