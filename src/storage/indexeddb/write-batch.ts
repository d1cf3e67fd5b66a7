import type { IDBPTransaction } from 'idb'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, type Batch } from '../batch.ts'
import { errorName } from '../fault.ts'
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
  const touched = (await lastTouch(transaction)) + 1
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

/** The highest count of the device's writes so far; what is no number sorts above all numbers and is not asked. */
export async function lastTouch(transaction: WriteTransaction): Promise<number> {
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
