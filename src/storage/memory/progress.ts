import type { AttemptId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import type { MergeReport, ProgressArchive, StoredAttempt } from '#core/progress/archive.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import { mergeStep } from '#core/progress/merge.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, takeBatch } from '../batch.ts'
import { listedOutcomes } from '../outcomes.ts'
import { plainCopy } from '../plain.ts'
import { NO_LESSONS, type ShelfMerge } from '../shelf-merge.ts'

/** Progress that is kept until the page is closed, with the promises of the device's. */
export interface MemoryProgress extends ProgressRepository {
  readonly kind: 'memory'
}

/** An empty memory; copies go in and out, so that nobody can change what happened. */
export function memoryProgress(): MemoryProgress {
  const logs = new Map<AttemptId, readonly ProgressEvent[]>()
  /** Last touched last. */
  const summaries = new Map<AttemptId, AttemptRecord>()

  function touch(summary: AttemptRecord): void {
    summaries.delete(summary.attempt)
    summaries.set(summary.attempt, summary)
  }

  function append(events: readonly ProgressEvent[], summary: AttemptRecord): Result<void, StorageFault> {
    const taken = takeBatch(events, summary)
    if (!taken.ok) return taken
    const log = logs.get(summary.attempt) ?? []
    const [first] = taken.value.events
    if (first !== undefined && first.seq < log.length) return err(conflictFault(first))
    if (first !== undefined && first.seq > log.length) return err(gapFault(first))
    logs.set(summary.attempt, [...log, ...taken.value.events])
    touch(taken.value.summary)
    return ok(undefined)
  }

  function mergeOne(incoming: StoredAttempt): Exclude<keyof MergeReport, 'lessons'> {
    let isForked = false
    for (let attempt = incoming; ;) {
      const id = attempt.events[0]?.attempt
      if (id === undefined) return 'known'
      const log = logs.get(id) ?? []
      const step = mergeStep(log, attempt)
      if (step.kind === 'known') return 'known'
      if (step.kind !== 'fork') {
        logs.set(id, [...log, ...plainCopy(step.attempt.events)])
        if (step.attempt.summary !== null) touch(plainCopy(step.attempt.summary))
        return isForked ? 'forked' : step.kind === 'add' ? 'added' : 'extended'
      }
      attempt = step.attempt
      isForked = true
    }
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
    unlistedAttempts: async () => ok(unlisted()),
    attemptIds: async () => ok([...unlisted(), ...summaries.keys()]),
    readStored: async (attempt) =>
      ok({
        summary: plainCopy(summaries.get(attempt) ?? null),
        events: plainCopy(logs.get(attempt) ?? []),
      }),
    async merge(attempts, lessons = []) {
      let shelved: ShelfMerge = { attempts, report: NO_LESSONS }
      if (lessons.length > 0) {
        const { mergeShelf } = await import('./merge-shelf.ts')
        const merged = await mergeShelf(await openShelf(), lessons, attempts)
        if (!merged.ok) return merged
        shelved = merged.value
      }
      const report = { added: 0, extended: 0, known: 0, forked: 0, lessons: shelved.report }
      for (const attempt of shelved.attempts) report[mergeOne(attempt)] += 1
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
    listAttempts: async () => ok(plainCopy([...summaries.values()].reverse().map(listed))),
  }
}

const withOutcomes = ({ attempt, outcomes = [] }: AttemptRecord) => ({ attempt, outcomes })
const listed = ({ outcomes: _, ...summary }: AttemptRecord): AttemptSummary => summary
