import { wrap } from 'idb'
import { DATABASE_VERSION, migrate } from './migrations.ts'
import { DATABASE_NAME, type ProoflineDatabase } from './schema.ts'

/** A browser that has not answered after so long is taken to have no storage. */
export const OPEN_TIMEOUT_MS = 4000

/** Calls back after a time, unless the returned function is called before. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void

export interface OpenDatabaseOptions {
  /** The platform's storage; may be missing, and even asking for it may throw. */
  readonly factory: () => IDBFactory | null | undefined
  readonly setTimer: SetTimer
  /** An older tab keeps the database open: this one waits for it, until the timeout. */
  readonly onBlocked?: (() => void) | undefined
}

/** Opens the database in the newest version. Rejects with the platform's error, or a TimeoutError when there is no answer. */
export function openDatabase({
  factory,
  setTimer,
  onBlocked,
}: OpenDatabaseOptions): Promise<ProoflineDatabase> {
  return new Promise((resolve, reject) => {
    const platform = factory()
    if (!platform) throw new DOMException('There is no IndexedDB here', 'SecurityError')
    const request = platform.open(DATABASE_NAME, DATABASE_VERSION)
    let waitsFor = 'the browser'
    let isGivenUp = false
    const stopTimer = setTimer(() => {
      isGivenUp = true
      reject(new DOMException(`No answer in ${OPEN_TIMEOUT_MS} ms from ${waitsFor}`, 'TimeoutError'))
    }, OPEN_TIMEOUT_MS)
    request.addEventListener('blocked', () => {
      waitsFor = 'an older tab'
      onBlocked?.()
    })
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      stopTimer() // the browser has answered; how long our own steps take is another matter
      if (request.transaction !== null) migrate(request.result, request.transaction, oldVersion)
    })
    request.addEventListener('error', () => {
      stopTimer()
      reject(request.error ?? new DOMException('No reason given', 'UnknownError'))
    })
    request.addEventListener('success', () => {
      stopTimer()
      if (isGivenUp) request.result.close()
      else resolve(wrap(request.result) as ProoflineDatabase) // the migrations have made its stores
    })
  })
}
