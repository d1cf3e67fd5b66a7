import type { AttemptId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, takeBatch } from '../batch.ts'
import { listedOutcomes } from '../outcomes.ts'
import { plainCopy } from '../plain.ts'
import { lastTouchedFirst } from '../records.ts'

/** Progress that is kept until the page is closed, with the promises of the device's. */
export interface MemoryProgress extends ProgressRepository {
  readonly kind: 'memory'
}

/** An empty memory; copies go in and out, so that nobody can change what happened. */
export function memoryProgress(): MemoryProgress {
  const logs = new Map<AttemptId, readonly ProgressEvent[]>()
  const summaries = new Map<AttemptId, AttemptRecord>()

  function append(events: readonly ProgressEvent[], summary: AttemptRecord): Result<void, StorageFault> {
    const taken = takeBatch(events, summary)
    if (!taken.ok) return taken
    const log = logs.get(summary.attempt) ?? []
    const [first] = taken.value.events
    if (first !== undefined && first.seq < log.length) return err(conflictFault(first))
    if (first !== undefined && first.seq > log.length) return err(gapFault(first))
    logs.set(summary.attempt, [...log, ...taken.value.events])
    summaries.set(summary.attempt, taken.value.summary)
    return ok(undefined)
  }

  return {
    kind: 'memory',
    append: async (events, summary) => append(events, summary),
    readAttempt: async (attempt) => ok(plainCopy(logs.get(attempt) ?? [])),
    listOutcomes: async () => ok(plainCopy(listedOutcomes([...summaries.values()]))),
    listAttempts: async () => ok(plainCopy([...summaries.values()].sort(lastTouchedFirst))),
  }
}
