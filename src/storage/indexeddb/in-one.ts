import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb'
import type { ProoflineDatabase, ProoflineSchema } from './schema.ts'

/** Runs work in a transaction and waits for its end; what fails undoes all of it and is thrown with the platform's reason. */
export async function inOne<T, Names extends StoreNames<ProoflineSchema>[], Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<ProoflineSchema, Names, Mode>,
  work: () => Promise<T>,
): Promise<T> {
  const over = transaction.done.catch(() => undefined)
  try {
    const result = await work()
    await transaction.done
    return result
  } catch (thrown) {
    try {
      transaction.abort()
    } catch {
      // the platform has ended it already
    }
    await over
    // A transaction that the platform aborts gives its requests a bare AbortError and keeps the reason to itself.
    throw transaction.error ?? thrown
  }
}

/**
 * Reads in a transaction of its own. Instead of idb's short forms (`database.getAll`): they leave the end of a transaction that fails
 * to nobody, and the page would report an error that was dealt with.
 */
export function reading<T, Name extends StoreNames<ProoflineSchema>>(
  database: ProoflineDatabase,
  store: Name,
  work: (store: IDBPObjectStore<ProoflineSchema, [Name], Name>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(store)
  return inOne(transaction, () => work(transaction.store))
}

/** Does the same to each; a request that throws at once is waited for like one that fails later. */
export const each = <Item, T>(items: readonly Item[], work: (item: Item) => Promise<T>): Promise<T[]> =>
  Promise.all(items.map(async (item) => work(item)))
