import { wrap } from 'idb'
import { inOne } from './in-one.ts'
import { DATABASE_VERSION, migrate } from './migrations.ts'
import { DATABASE_NAME, type ProoflineDatabase } from './schema.ts'

/** A browser that has not answered after so long is taken to have no storage. */
export const OPEN_TIMEOUT_MS = 4000
/** An older tab that was told to let go and has not done so after so long is not waited for: answers are kept in memory. */
export const BLOCKED_TIMEOUT_MS = 30_000

/** Calls back after a time, unless the returned function is called before. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void

export interface OpenDatabaseOptions {
  /** The platform's storage; may be missing, and even asking for it may throw. */
  readonly factory: () => IDBFactory | null | undefined
  readonly setTimer: SetTimer
  /** Each reader of a shared device has a database; absent: the first one's. */
  readonly name?: string | undefined
  /** Take the version that there is, for reading; a database that is not there is not made. */
  readonly isReadOnly?: boolean | undefined
  /** An older tab keeps the database open: this one waits for it, until the timeout. */
  readonly onBlocked?: (() => void) | undefined
  /** The older tab has let go. */
  readonly onUnblocked?: (() => void) | undefined
}

/** Opens the database in the newest version. Rejects with the platform's error, or a TimeoutError when there is no answer. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<ProoflineDatabase> {
  const { platform, isUpgraded } = await openPlatform(options)
  const database = wrap(platform) as ProoflineDatabase // the migrations have made its stores
  if (isUpgraded) await makeDurable(database)
  return database
}

interface OpenedPlatform {
  readonly platform: IDBDatabase
  readonly isUpgraded: boolean
}

function openPlatform({
  factory,
  setTimer,
  name = DATABASE_NAME,
  isReadOnly = false,
  onBlocked,
  onUnblocked,
}: OpenDatabaseOptions): Promise<OpenedPlatform> {
  return new Promise((resolve, reject) => {
    const platform = factory()
    if (!platform) throw new DOMException('There is no IndexedDB here', 'SecurityError')
    const request = platform.open(name, isReadOnly ? undefined : DATABASE_VERSION)
    let isGivenUp = false
    let isBlocked = false
    let isUpgraded = false
    const giveUpAfter = (delayMs: number, waitsFor: string) =>
      setTimer(() => {
        isGivenUp = true
        reject(new DOMException(`No answer in ${delayMs} ms from ${waitsFor}`, 'TimeoutError'))
      }, delayMs)
    let stopTimer = giveUpAfter(OPEN_TIMEOUT_MS, 'the browser')
    const answered = (): void => {
      stopTimer()
      if (isBlocked) onUnblocked?.()
      isBlocked = false
    }
    request.addEventListener('blocked', () => {
      stopTimer()
      stopTimer = giveUpAfter(BLOCKED_TIMEOUT_MS, 'an older tab')
      isBlocked = true
      onBlocked?.()
    })
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      answered() // how long our own steps take is another matter
      if (request.transaction === null) return
      if (isReadOnly) return request.transaction.abort() // there was nothing, and there shall be nothing
      isUpgraded = oldVersion > 0
      migrate(request.result, request.transaction, oldVersion)
    })
    request.addEventListener('error', () => {
      answered()
      reject(request.error ?? new DOMException('No reason given', 'UnknownError'))
    })
    request.addEventListener('success', () => {
      answered()
      if (isGivenUp) request.result.close()
      else resolve({ platform: request.result, isUpgraded })
    })
  })
}

/**
 * The platform gives no way to ask for durability in an upgrade. A strict transaction that writes after it is flushed to the disk,
 * and what was written before it with it.
 */
async function makeDurable(database: ProoflineDatabase): Promise<void> {
  const transaction = database.transaction('attempts', 'readwrite', { durability: 'strict' })
  await inOne(transaction, async () => {
    const first = await transaction.store.openCursor()
    await first?.update(first.value)
  })
}
