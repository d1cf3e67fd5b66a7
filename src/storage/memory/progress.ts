import type { AttemptId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import type { ProgressArchive } from '#core/progress/archive.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, takeBatch } from '../batch.ts'
import { listedOutcomes } from '../outcomes.ts'
import { plainCopy } from '../plain.ts'
import { NO_LESSONS, type ShelfMerge } from '../shelf-merge.ts'
import { timeOf, touchesAmong, type Touched } from '../touch.ts'

/** Progress that is kept until the page is closed, with the promises of the device's. */
export interface MemoryProgress extends ProgressRepository {
  readonly kind: 'memory'
}

/** An empty memory; copies go in and out, so that nobody can change what happened. */
export function memoryProgress(): MemoryProgress {
  const logs = new Map<AttemptId, readonly ProgressEvent[]>()
  const summaries = new Map<AttemptId, AttemptRecord & Touched>()

  /** Last touched last. */
  const inOrder = () => [...summaries.values()].sort((one, other) => one.touched - other.touched)
  const put = (summary: AttemptRecord, touched: number): void =>
    void summaries.set(summary.attempt, { ...summary, touched })
  const lastTouch = (): number =>
    [...summaries.values()].reduce((last, { touched }) => Math.max(last, touched), 0)
  /** A summary that was worked out anew stays in its place: nothing was done in its attempt. */
  const placeOf = (summary: AttemptRecord): number =>
    summaries.get(summary.attempt)?.touched ?? touchesAmong(inOrder(), [summary])[0] ?? 0

  function append(events: readonly ProgressEvent[], summary: AttemptRecord): Result<void, StorageFault> {
    const taken = takeBatch(events, summary)
    if (!taken.ok) return taken
    const log = logs.get(summary.attempt) ?? []
    const [first] = taken.value.events
    if (first !== undefined && first.seq < log.length) return err(conflictFault(first))
    if (first !== undefined && first.seq > log.length) return err(gapFault(first))
    logs.set(summary.attempt, [...log, ...taken.value.events])
    put(taken.value.summary, first === undefined ? placeOf(summary) : lastTouch() + 1)
    return ok(undefined)
  }

  const unlisted = (): AttemptId[] => [...logs.keys()].filter((attempt) => !summaries.has(attempt))

  const archive: ProgressArchive = {
    check: async () =>
      ok({
        attempts: logs.size,
        events: [...logs.values()].reduce((sum, log) => sum + log.length, 0),
        setAside: 0,
        setAsideBefore: 0,
        stale: [...logs].filter(([id, log]) => summaries.get(id)?.nextSeq !== log.length).map(([id]) => id),
      }),
    countSummaries: async () => ok(summaries.size),
    unlistedAttempts: async () => ok(unlisted()),
    attemptIds: async () => ok([...unlisted(), ...inOrder().map(({ attempt }) => attempt)]),
    readStored: async (attempt) =>
      ok({
        summary: plainCopy(recordOf(summaries.get(attempt))),
        events: plainCopy(logs.get(attempt) ?? []),
      }),
    async merge(attempts, lessons = []) {
      const { mergeAttempt } = await import('./merge-attempt.ts') // few bring a backup back
      let shelved: ShelfMerge = { attempts, report: NO_LESSONS }
      if (lessons.length > 0) {
        const { mergeShelf } = await import('./merge-shelf.ts')
        const merged = await mergeShelf(await openShelf(), lessons, attempts)
        if (!merged.ok) return merged
        shelved = merged.value
      }
      const report = { added: 0, extended: 0, known: 0, forked: 0, lessons: shelved.report }
      const touches = touchesAmong(inOrder(), shelved.attempts.map(timeOf))
      for (const [index, attempt] of shelved.attempts.entries())
        report[mergeAttempt(attempt, { logs, put: (summary) => put(summary, touches[index] ?? 0) })] += 1
      return ok(report)
    },
    async erase() {
      logs.clear()
      summaries.clear()
      return ok(undefined)
    },
  }

  let shelf: Promise<LessonShelf> | null = null
  const openShelf = (): Promise<LessonShelf> =>
    (shelf ??= import('./shelf.ts').then(({ memoryShelf }) => memoryShelf()))

  return {
    kind: 'memory',
    archive,
    openShelf,
    append: async (events, summary) => append(events, summary),
    readAttempt: async (attempt) => ok(plainCopy(logs.get(attempt) ?? [])),
    listOutcomes: async () => {
      const records = [...summaries.values()]
      return ok(plainCopy(listedOutcomes(records, records.map(withOutcomes))))
    },
    listAttempts: async () => ok(plainCopy(inOrder().reverse().map(listed))),
  }
}

const withOutcomes = ({ attempt, outcomes = [] }: AttemptRecord) => ({ attempt, outcomes })
const listed = ({ outcomes: _, touched: __, ...summary }: AttemptRecord & Touched): AttemptSummary => summary
const recordOf = (kept: (AttemptRecord & Touched) | undefined): AttemptRecord | null => {
  if (kept === undefined) return null
  const { touched: _, ...record } = kept
  return record
}
