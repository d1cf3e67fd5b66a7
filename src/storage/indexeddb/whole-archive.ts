import type { AttemptId } from '#core/kernel/ids.ts'
import { err, ok } from '#core/kernel/result.ts'
import type { KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import type { DataReport, MergeReport, ProgressArchive, StoredAttempt } from '#core/progress/archive.ts'
import { mergeStep } from '#core/progress/merge.ts'
import { soundOutcomes, sortOutEvents, sortOutSummaries } from '../records.ts'
import { NO_LESSONS } from '../shelf-merge.ts'
import { timeOf, touchesAmong } from '../touch.ts'
import type { Connection } from './connection.ts'
import { each, inOne, reading } from './in-one.ts'
import type { ProoflineDatabase } from './schema.ts'
import {
  eventRecords,
  keysOf,
  soundSummaries,
  storedOutcomes,
  tidyAttempt,
  tidySummaries,
} from './set-aside.ts'
import { attemptsWithEvents, PATIENT_MS, unlisted } from './unlisted.ts'
import { putSummary, touchedHere, WRITTEN, type WriteTransaction } from './write-batch.ts'

/** What is asked for when somebody looks after their data. */
export type WholeArchive = Omit<ProgressArchive, 'countSummaries' | 'unlistedAttempts'>

/** What looks through the device's progress, or changes it, as a whole. */
export function wholeArchive(connection: Connection): WholeArchive {
  return {
    check: () => connection.run(async (database) => ok(await check(database)), PATIENT_MS),
    attemptIds: () => connection.run(async (database) => ok(await idsOf(database)), PATIENT_MS),
    readStored: (attempt) =>
      connection.run(async (database) => {
        const { sound } = sortOutEvents(await eventRecords(database, attempt))
        const record = await reading(database, 'attempts', (list) => list.get(attempt))
        const [summary = null] = sortOutSummaries([record]).sound
        const [kept] = soundOutcomes([await reading(database, 'outcomes', (apart) => apart.get(attempt))])
        return ok({
          summary: summary && { ...summary, ...(kept && { outcomes: kept.outcomes }) },
          events: sound,
        })
      }, PATIENT_MS),
    async merge(attempts, lessons = []) {
      const shelf = lessons.length === 0 ? null : await import('./merge-shelf.ts') // few have lessons from files
      const fault = shelf?.keptFault(lessons) ?? null
      if (fault !== null) return err(fault)
      return connection.run(
        async (database) => ok(await mergeAll(database, { attempts, lessons, shelf })),
        PATIENT_MS,
      )
    },
    async erase() {
      const emptied = await connection.run(async (database) => ok(await empty(database)), PATIENT_MS)
      // Emptied it is already: that another tab keeps the hull of it open does no harm.
      if (emptied.ok) await connection.remove()
      return emptied
    },
  }
}

async function check(database: ProoflineDatabase): Promise<DataReport> {
  const setAsideBefore = await countAside(database)
  const counts = new Map<AttemptId, number>()
  for (const attempt of await attemptsWithEvents(database))
    counts.set(attempt, (await tidyAttempt(database, attempt)).sound.length)
  const summaries = new Map(
    (await tidySummaries(database)).sound.map((summary) => [summary.attempt, summary]),
  )
  const kept = new Set((await storedOutcomes(database)).map(({ attempt }) => attempt))
  const isStale = ([attempt, count]: readonly [AttemptId, number]): boolean => {
    const summary = summaries.get(attempt)
    return summary?.nextSeq !== count || (summary.settledQuestions > 0 && !kept.has(attempt))
  }
  const sound = [...counts].filter(([, count]) => count > 0)
  const hollow = [...summaries.keys()].filter((attempt) => (counts.get(attempt) ?? 0) === 0)
  await setHollowAside(database, hollow)
  return {
    attempts: sound.length,
    events: sound.reduce((sum, [, count]) => sum + count, 0),
    setAside: (await countAside(database)) - setAsideBefore,
    setAsideBefore,
    stale: sound.filter(isStale).map(([attempt]) => attempt),
  }
}

const countAside = (database: ProoflineDatabase): Promise<number> =>
  reading(database, 'set-aside', (aside) => aside.count())

/** A summary without any event promises an attempt that cannot be opened. */
async function setHollowAside(database: ProoflineDatabase, attempts: readonly AttemptId[]): Promise<void> {
  if (attempts.length === 0) return
  const transaction = database.transaction(['attempts', 'set-aside'], 'readwrite', { durability: 'strict' })
  await inOne(transaction, async () => {
    for (const attempt of attempts) {
      const record = await transaction.objectStore('attempts').get(attempt)
      const reason = { reason: 'gap', detail: 'it has no events' } as const
      await transaction
        .objectStore('set-aside')
        .add({ store: 'attempts', attempt, seq: null, ...reason, record })
      await transaction.objectStore('attempts').delete(attempt)
    }
  })
}

async function idsOf(database: ProoflineDatabase): Promise<readonly AttemptId[]> {
  const listed = (await soundSummaries(database)).map(({ attempt }) => attempt)
  return [...(await unlisted(database)), ...listed.reverse()]
}

interface Merging {
  readonly attempts: readonly StoredAttempt[]
  readonly lessons: readonly KeptLesson[]
  /** What takes lessons in; null where there are none. */
  readonly shelf: Pick<typeof import('./merge-shelf.ts'), 'mergeShelf'> | null
}

const SHELF_STORES = ['own-lessons', 'own-lesson-texts'] as const

async function mergeAll(
  database: ProoflineDatabase,
  { attempts, lessons, shelf }: Merging,
): Promise<MergeReport> {
  const report = { added: 0, extended: 0, known: 0, forked: 0, lessons: NO_LESSONS }
  for (const attempt of attempts) {
    const id = attempt.events[0]?.attempt
    if (id !== undefined) await tidyAttempt(database, id) // what is damaged must not stand where something is brought back
  }
  const stores = [...WRITTEN, ...(shelf === null ? [] : SHELF_STORES)]
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const progress = transaction as unknown as WriteTransaction // it has these stores among its own
  await inOne(transaction, async () => {
    const shelved = await shelf?.mergeShelf(transaction, lessons, attempts)
    if (shelved !== undefined) report.lessons = shelved.report
    const coming = shelved?.attempts ?? attempts
    const touches = touchesAmong(await touchedHere(progress), coming.map(timeOf))
    for (const [index, attempt] of coming.entries())
      report[await mergeOne(progress, attempt, touches[index] ?? 0)] += 1
  })
  return report
}

const OUTCOME = { add: 'added', extend: 'extended', known: 'known' } as const

async function mergeOne(
  transaction: WriteTransaction,
  incoming: StoredAttempt,
  touched: number,
): Promise<Exclude<keyof MergeReport, 'lessons'>> {
  const log = transaction.objectStore('events')
  let isForked = false
  for (let attempt = incoming; ;) {
    const id = attempt.events[0]?.attempt
    if (id === undefined) return 'known'
    const step = mergeStep(sortOutEvents(await log.getAll(keysOf(id))).sound, attempt)
    if (step.kind === 'known') return 'known'
    if (step.kind === 'fork') {
      attempt = step.attempt
      isForked = true
      continue
    }
    const { events, summary } = step.attempt
    await each(events, (event) => log.add(event))
    if (summary !== null) await putSummary(transaction, summary, touched)
    return isForked ? 'forked' : OUTCOME[step.kind]
  }
}

async function empty(database: ProoflineDatabase): Promise<void> {
  const stores = ['events', 'attempts', 'outcomes', 'set-aside', 'own-lessons', 'own-lesson-texts'] as const
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
  await inOne(transaction, async () => {
    await each(stores, (store) => transaction.objectStore(store).clear())
  })
}
