import type { IDBPTransaction } from 'idb'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { conflictFault, gapFault, type Batch } from '../batch.ts'
import { errorName } from '../fault.ts'
import type { ProoflineDatabase, ProoflineSchema } from './schema.ts'

type WriteTransaction = IDBPTransaction<ProoflineSchema, ('events' | 'attempts')[], 'readwrite'>

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
  const transaction: WriteTransaction = database.transaction(['events', 'attempts'], 'readwrite', {
    durability: 'strict',
  })
  const over = transaction.done.catch(() => undefined)
  try {
    if (first !== undefined && !(await hasPredecessor(transaction, first))) {
      await undo(transaction, over)
      return err(gapFault(first))
    }
    await putAll(transaction, batch)
    return ok(undefined)
  } catch (thrown) {
    await undo(transaction, over)
    // A transaction that the platform aborts gives its requests a bare AbortError and keeps the reason to itself.
    const error = transaction.error ?? thrown
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

/**
 * Async functions, so that a request that throws at once is waited for like one that fails later; the end of the transaction
 * is asked after them, because idb tells it of a failed request without the reason.
 */
async function putAll(transaction: WriteTransaction, { events, summary }: Batch): Promise<void> {
  const log = transaction.objectStore('events')
  await Promise.all([
    ...events.map(async (event) => log.add(event)),
    (async () => transaction.objectStore('attempts').put(summary))(),
  ])
  await transaction.done
}

async function undo(transaction: WriteTransaction, over: Promise<void>): Promise<void> {
  try {
    transaction.abort()
  } catch {
    // the platform has ended it already
  }
  await over
}

/** Whether exactly these events are stored; one transaction wrote them, so their summary is there too. */
async function isStored(database: ProoflineDatabase, events: readonly ProgressEvent[]): Promise<boolean> {
  const log = database.transaction('events').store
  const stored = await Promise.all(events.map((event) => log.get([event.attempt, event.seq])))
  return JSON.stringify(stored) === JSON.stringify(events)
}
