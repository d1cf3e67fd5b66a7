import { err, type Result } from '#core/kernel/result.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { errorName, faultOf } from '../fault.ts'
import { openDatabase, type OpenDatabaseOptions } from './open-database.ts'
import type { ProoflineDatabase } from './schema.ts'

/** How often one operation is begun before it counts as failed. */
export const MAX_TRIES = 3

export interface ConnectionOptions extends OpenDatabaseOptions {
  /** This tab has closed its connection so that a newer one can upgrade the database; nothing can be kept here any more. */
  readonly onBlockedByNewer?: (() => void) | undefined
}

/** One operation on an open database; throws what the platform throws. `isReplay`: an earlier try may have gone through unseen. */
export type Work<T> = (database: ProoflineDatabase, isReplay: boolean) => Promise<Result<T, StorageFault>>

/** A connection that comes back when the browser drops it. */
export interface Connection {
  /** Opens the database, if it is not open. */
  open(): Promise<Result<ProoflineDatabase, StorageFault>>
  /** Runs operations one after the other in the order of asking; never rejects. */
  run<T>(work: Work<T>): Promise<Result<T, StorageFault>>
  close(): void
}

/** Errors that say more about the connection than about the operation. */
const CONNECTION_ERRORS: ReadonlySet<string> = new Set(['InvalidStateError', 'UnknownError', 'AbortError'])

/** A connection to the device's database; opens nothing yet. */
export function connect(options: ConnectionOptions): Connection {
  let handle: ProoflineDatabase | null = null
  let retired: StorageFault | null = null
  let line: Promise<unknown> = Promise.resolve()

  function drop(database: ProoflineDatabase | null = handle): void {
    database?.close()
    if (handle === database) handle = null
  }

  function retire(detail: string): void {
    retired = { kind: 'unavailable', detail }
    drop()
  }

  function watch(database: ProoflineDatabase): void {
    database.addEventListener('close', () => drop(database))
    database.addEventListener('versionchange', ({ newVersion }) => {
      if (newVersion === null) return drop(database) // the user has the data deleted: the next operation starts anew
      retire(`newer (closed for version ${newVersion})`)
      options.onBlockedByNewer?.()
    })
  }

  async function opened(): Promise<ProoflineDatabase> {
    if (handle !== null) return handle
    const database = await openDatabase(options)
    watch(database)
    if (retired === null) handle = database
    else database.close() // given up while it was opening
    return database
  }

  async function attempt<T>(work: Work<T>): Promise<Result<T, StorageFault>> {
    let fault: StorageFault = { kind: 'failed', detail: 'not tried' }
    for (let tries = 0; tries < MAX_TRIES && retired === null; tries++) {
      try {
        return await work(await opened(), tries > 0)
      } catch (error) {
        fault = faultOf(error)
        if (!CONNECTION_ERRORS.has(errorName(error))) return err(fault)
        drop()
      }
    }
    return err(retired ?? fault)
  }

  function run<T>(work: Work<T>): Promise<Result<T, StorageFault>> {
    const result = line.then(() => attempt(work))
    line = result
    return result
  }

  async function open(): Promise<Result<ProoflineDatabase, StorageFault>> {
    try {
      return { ok: true, value: await opened() }
    } catch (error) {
      const { kind, detail } = faultOf(error)
      return err({ kind: kind === 'quota' ? kind : 'unavailable', detail })
    }
  }

  return { open, run, close: () => retire('closed') }
}
