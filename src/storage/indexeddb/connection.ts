import { err, type Result } from '#core/kernel/result.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { errorName, faultOf } from '../fault.ts'
import { openDatabase, OPEN_TIMEOUT_MS, type OpenDatabaseOptions } from './open-database.ts'
import { DATABASE_NAME, type ProoflineDatabase } from './schema.ts'

/** How often one operation is begun before it counts as failed. */
export const MAX_TRIES = 3
/** An operation that has not ended after so long is taken to hang on a dead connection. */
export const WORK_TIMEOUT_MS = 10_000
/** What a newer build is kept waiting at most, while this one writes what is not written yet. */
export const LAST_WRITES_MS = 2000

export interface ConnectionOptions extends OpenDatabaseOptions {
  /** A newer build wants the database: write what is not written yet. Null when there is nothing. */
  readonly beforeClosing?: (() => Promise<unknown> | null) | undefined
  /** This tab has closed its connection so that a newer one can upgrade the database; nothing can be kept here any more. */
  readonly onBlockedByNewer?: (() => void) | undefined
}

/** One operation on an open database; throws what the platform throws. `isReplay`: an earlier try may have gone through unseen. */
export type Work<T> = (database: ProoflineDatabase, isReplay: boolean) => Promise<Result<T, StorageFault>>

/** A connection that comes back when the browser drops it. */
export interface Connection {
  /** Opens the database, if it is not open. */
  open(): Promise<Result<ProoflineDatabase, StorageFault>>
  /** Runs operations one after the other in the order of asking; never rejects. `limitMs`: how long one may take. */
  run<T>(work: Work<T>, limitMs?: number): Promise<Result<T, StorageFault>>
  /** Deletes the database, after all that was asked before; the next operation makes a new one. */
  remove(): Promise<Result<void, StorageFault>>
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

  function retire(fault: StorageFault): void {
    retired = fault
    drop()
  }

  function watch(database: ProoflineDatabase): void {
    database.addEventListener('close', () => drop(database))
    database.addEventListener('versionchange', ({ newVersion }) => {
      if (newVersion === null) return drop(database) // the user has the data deleted: the next operation starts anew
      const writing = options.beforeClosing?.() ?? null
      if (writing === null) makeWay(newVersion)
      else void within(writing, LAST_WRITES_MS).then(() => makeWay(newVersion))
    })
  }

  function makeWay(version: number): void {
    if (retired !== null) return
    retire({ kind: 'newer', detail: `closed for version ${version}` })
    options.onBlockedByNewer?.()
  }

  /** Settles with the promise, or after a time. */
  async function within(promise: Promise<unknown>, limitMs: number): Promise<void> {
    let stop = (): void => undefined
    const late = new Promise<void>((resolve) => {
      stop = options.setTimer(resolve, limitMs)
    })
    await Promise.race([promise.catch(() => undefined), late])
    stop()
  }

  async function opened(): Promise<ProoflineDatabase> {
    if (handle !== null) return handle
    const database = await openDatabase(options)
    watch(database)
    if (retired === null) handle = database
    else database.close() // given up while it was opening
    return database
  }

  /** Rejects when the work has not ended in time: a transaction can hang for ever, and says nothing then. */
  const watched = <T>(work: Promise<T>, limitMs: number): Promise<T> =>
    new Promise((resolve, reject) => {
      const stop = options.setTimer(
        () => reject(new DOMException(`No end after ${limitMs} ms`, 'UnknownError')),
        limitMs,
      )
      work.then(resolve, reject).finally(stop)
    })

  async function attempt<T>(work: Work<T>, limitMs: number): Promise<Result<T, StorageFault>> {
    let fault: StorageFault = { kind: 'failed', detail: 'not tried' }
    for (let tries = 0; tries < MAX_TRIES && retired === null; tries++) {
      try {
        return await watched(work(await opened(), tries > 0), limitMs)
      } catch (error) {
        fault = faultOf(error)
        if (!CONNECTION_ERRORS.has(errorName(error))) return err(fault)
        drop()
      }
    }
    return err(retired ?? fault)
  }

  function inLine<T>(operation: () => Promise<Result<T, StorageFault>>): Promise<Result<T, StorageFault>> {
    const result = line.then(() => operation())
    line = result
    return result
  }

  async function open(): Promise<Result<ProoflineDatabase, StorageFault>> {
    try {
      return { ok: true, value: await opened() }
    } catch (error) {
      const { kind, detail } = faultOf(error)
      return err({ kind: kind === 'quota' || kind === 'newer' ? kind : 'unavailable', detail })
    }
  }

  async function removed(): Promise<Result<void, StorageFault>> {
    drop()
    try {
      await deleteDatabase(options)
      return { ok: true, value: undefined }
    } catch (error) {
      return err(faultOf(error))
    }
  }

  return {
    open,
    run: (work, limitMs = WORK_TIMEOUT_MS) => inLine(() => attempt(work, limitMs)),
    remove: () => inLine(removed),
    close: () => retire({ kind: 'unavailable', detail: 'closed' }),
  }
}

/** Other tabs close when they are told; one that cannot hear holds it up, and the browser deletes when it is gone. */
function deleteDatabase({ factory, setTimer, name = DATABASE_NAME }: OpenDatabaseOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory()?.deleteDatabase(name)
    if (!request) throw new DOMException('There is no IndexedDB here', 'SecurityError')
    const stop = setTimer(
      () => reject(new DOMException('Another tab keeps the data open', 'TimeoutError')),
      OPEN_TIMEOUT_MS,
    )
    request.addEventListener('success', () => {
      stop()
      resolve()
    })
    request.addEventListener('error', () => {
      stop()
      reject(request.error ?? new DOMException('No reason given', 'UnknownError'))
    })
  })
}
