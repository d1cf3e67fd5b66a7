import type { IDBPTransaction } from 'idb'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import {
  soundOutcomes,
  sortOutEvents,
  sortOutSummaries,
  type DamagedRecord,
  type Sorted,
  type StoredOutcomes,
} from '../records.ts'
import { inOne, reading } from './in-one.ts'
import type { ProoflineDatabase, ProoflineSchema } from './schema.ts'

/** As a key, an array sorts after every number and after whatever else may stand in its place; the schema knows only numbers. */
const AFTER_ALL = [] as unknown as number

/** The keys of all events of one attempt, whatever stands where its number should. */
export const keysOf = (attempt: AttemptId): IDBKeyRange => IDBKeyRange.bound([attempt], [attempt, AFTER_ALL])

/** A key by which nothing of an attempt sorts later. */
export const endOf = (attempt: AttemptId): [AttemptId, number] => [attempt, AFTER_ALL]

/** All records of one attempt in order. */
export const eventRecords = (database: ProoflineDatabase, attempt: AttemptId): Promise<readonly unknown[]> =>
  reading(database, 'events', (log) => log.getAll(keysOf(attempt)))

/** The summaries that can be used, last touched first. */
export const soundSummaries = async (database: ProoflineDatabase): Promise<readonly AttemptSummary[]> =>
  sortOutSummaries(await reading(database, 'attempts', (list) => list.getAll())).sound

/** What became of the questions of all attempts, as far as it can be used. */
export const storedOutcomes = async (database: ProoflineDatabase): Promise<readonly StoredOutcomes[]> =>
  soundOutcomes(await reading(database, 'outcomes', (apart) => apart.getAll()))

/** What one look at an attempt has found and moved. */
export interface Tidied {
  readonly sound: readonly ProgressEvent[]
  readonly damaged: readonly DamagedRecord[]
}

/**
 * Moves the records of one attempt that cannot be used out of the way of those that will be written next, with the reason. One strict
 * transaction: they are in the log or set aside, never both and never neither.
 */
export async function tidyAttempt(database: ProoflineDatabase, attempt: AttemptId): Promise<Tidied> {
  const records = sortOutEvents(await eventRecords(database, attempt))
  if (records.damaged.length === 0) return records
  const transaction = database.transaction(['events', 'set-aside'], 'readwrite', { durability: 'strict' })
  return inOne(transaction, async () => {
    const log = transaction.objectStore('events')
    const range = keysOf(attempt)
    // Read again: another tab may have written in between.
    const found = await log.getAll(range)
    const keys = await log.getAllKeys(range)
    const sorted = sortOutEvents(found)
    await moveAside(transaction, 'events', sorted, found, keys)
    return sorted
  })
}

/** The same for the summaries of all attempts. */
export async function tidySummaries(database: ProoflineDatabase) {
  const transaction = database.transaction(['attempts', 'set-aside'], 'readwrite', { durability: 'strict' })
  return inOne(transaction, async () => {
    const list = transaction.objectStore('attempts')
    const found = await list.getAll()
    const keys = await list.getAllKeys()
    const sorted = sortOutSummaries(found)
    await moveAside(transaction, 'attempts', sorted, found, keys)
    return sorted
  })
}

type Tidying = IDBPTransaction<ProoflineSchema, ('events' | 'attempts' | 'set-aside')[], 'readwrite'>

async function moveAside(
  transaction: Pick<Tidying, 'objectStore'>,
  store: 'events' | 'attempts',
  { damaged }: Sorted<unknown>,
  records: readonly unknown[],
  keys: readonly (AttemptId | [AttemptId, number])[],
): Promise<void> {
  for (const { index, ...reason } of damaged) {
    const key = keys[index]
    if (key === undefined) throw new Error(`Expected a key for record ${index}`)
    await transaction.objectStore('set-aside').add({ ...reason, record: records[index] })
    await transaction.objectStore(store).delete(key) // a key of this very store
  }
}
