import type { IDBPTransaction } from 'idb'
import type { AttemptId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, type Batch } from '../batch.ts'
import { errorName } from '../fault.ts'
import { touchesAmong, type Touched } from '../touch.ts'
import { each, inOne, reading } from './in-one.ts'
import type { ProoflineDatabase, ProoflineSchema } from './schema.ts'

export type WriteTransaction = IDBPTransaction<
  ProoflineSchema,
  ('events' | 'attempts' | 'outcomes')[],
  'readwrite'
>

/** The stores that an answer is written to, in one transaction. */
export const WRITTEN: ('events' | 'attempts' | 'outcomes')[] = ['events', 'attempts', 'outcomes']

export interface WriteOptions {
  /** An earlier try of the same batch may have gone through although nobody was told. */
  readonly mayBeStored: boolean
}

/**
 * Writes a batch in one transaction and resolves after the platform calls it durable. Rejects with the platform's error after
 * everything is undone.
 */
export async function writeBatch(
  database: ProoflineDatabase,
  batch: Batch,
  { mayBeStored }: WriteOptions,
): Promise<Result<void, StorageFault>> {
  const [first] = batch.events
  const transaction: WriteTransaction = database.transaction(WRITTEN, 'readwrite', {
    durability: 'strict',
  })
  try {
    return await inOne(transaction, async () => {
      if (first !== undefined && !(await hasPredecessor(transaction, first))) return err(gapFault(first))
      await putAll(transaction, batch)
      return ok(undefined)
    })
  } catch (error) {
    if (first === undefined || errorName(error) !== 'ConstraintError') throw error
    return mayBeStored && (await isStored(database, batch.events)) ? ok(undefined) : err(conflictFault(first))
  }
}

/** The event before it is stored, as it must be, or it is the first of all. */
async function hasPredecessor(
  transaction: WriteTransaction,
  { attempt, seq }: ProgressEvent,
): Promise<boolean> {
  return seq === 0 || (await transaction.objectStore('events').getKey([attempt, seq - 1])) !== undefined
}

async function putAll(transaction: WriteTransaction, { events, summary }: Batch): Promise<void> {
  const log = transaction.objectStore('events')
  const touched = events.length > 0 ? (await lastTouch(transaction)) + 1 : await placeOf(transaction, summary)
  await each(events, (event) => log.add(event))
  await putSummary(transaction, summary, touched)
}

/** What became of each question is put beside the list, which stays small. */
export async function putSummary(
  transaction: WriteTransaction,
  { outcomes, ...summary }: AttemptRecord,
  touched: number,
): Promise<void> {
  await transaction.objectStore('attempts').put({ ...summary, touched })
  if (outcomes !== undefined)
    await transaction.objectStore('outcomes').put({ attempt: summary.attempt, outcomes })
}

/** A summary that was worked out anew stays in its place: nothing was done in its attempt. */
async function placeOf(transaction: WriteTransaction, summary: AttemptRecord): Promise<number> {
  const here = await touchedHere(transaction)
  const known = here.find(({ attempt }) => attempt === summary.attempt)
  return known?.touched ?? touchesAmong(here, [summary])[0] ?? 0
}

/** The attempts that have a place among the others. */
export async function touchedHere(
  transaction: WriteTransaction,
): Promise<readonly (Touched & { readonly attempt: AttemptId })[]> {
  const records: readonly unknown[] = await transaction.objectStore('attempts').getAll()
  return records.filter((record): record is Touched & { readonly attempt: AttemptId } => {
    const { touched, updatedAtMs } = record as Partial<Record<keyof Touched, unknown>> // a stored record is an object: it has a key inside
    return Number.isFinite(touched) && Number.isFinite(updatedAtMs)
  })
}

/** The highest count of the device's writes so far; what is no number sorts above all numbers and is not asked. */
async function lastTouch(transaction: WriteTransaction): Promise<number> {
  const known = transaction.objectStore('attempts').index('touched')
  const last = await known.openKeyCursor(IDBKeyRange.upperBound(Number.MAX_SAFE_INTEGER), 'prev')
  return last?.key ?? 0
}

/** Whether exactly these events are stored; one transaction wrote them, so their summary is there too. */
async function isStored(database: ProoflineDatabase, events: readonly ProgressEvent[]): Promise<boolean> {
  const stored = await reading(database, 'events', (log) =>
    each(events, ({ attempt, seq }) => log.get([attempt, seq])),
  )
  return JSON.stringify(stored) === JSON.stringify(events)
}
