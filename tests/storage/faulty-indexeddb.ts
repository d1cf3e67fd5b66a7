import 'fake-indexeddb/auto' // the constructors that idb asks for; every test has a factory of its own
import { IDBFactory, IDBVersionChangeEvent, forceCloseDatabase } from 'fake-indexeddb'

/**
 * `throws`: the call itself. `rejects`: the request, later. `aborts`: the platform undoes the whole transaction. `unseen`: it goes
 * through, and the page is told that it was aborted. `hangs`: nothing is ever heard of the request.
 */
export type FaultMode = 'throws' | 'rejects' | 'aborts' | 'unseen' | 'hangs'

export interface PlannedFault {
  /** Counts database operations from 1: opening a transaction, each request, and the commit. */
  readonly at: number
  readonly mode: FaultMode
  /** Name of the DOMException. */
  readonly name: string
  /** Every operation from there on fails, not only this one. */
  readonly isLasting?: boolean
}

/** What fake-indexeddb has inside a transaction. */
interface FakeTransaction extends IDBTransaction {
  _execRequestAsync(request: {
    source: IDBObjectStore | IDBIndex | null
    operation: () => unknown
  }): IDBRequest
  _abort(name: string): void
}

const REQUESTS = [
  'add',
  'put',
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'count',
  'delete',
  'clear',
  'openCursor',
  'openKeyCursor',
] as const

/** A device of its own whose operations can be made to fail. */
export class FaultyDevice {
  readonly factory = new IDBFactory()
  /** Connections in the order in which they were opened through `open`. */
  readonly connections: IDBDatabase[] = []
  /** Options of every transaction that was begun. */
  readonly transactions: (IDBTransactionOptions & { readonly mode: IDBTransactionMode })[] = []
  operations = 0
  #plan: PlannedFault | null = null

  constructor() {
    const open = this.factory.open.bind(this.factory)
    this.factory.open = (name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => this.#watch(request.result))
      return request
    }
  }

  get connection(): IDBDatabase {
    const last = this.connections.at(-1)
    if (last === undefined) throw new Error('Expected an open connection')
    return last
  }

  /** Counts from now on. */
  plan(fault: PlannedFault | null): void {
    this.operations = 0
    this.#plan = fault
  }

  /** The browser drops the connection and says so. */
  dropConnection(): void {
    forceCloseDatabase(this.connection as never) // typed as the constructor by mistake
  }

  #due(modes: readonly FaultMode[]): PlannedFault | null {
    const plan = this.#plan
    if (plan === null || !modes.includes(plan.mode)) return null
    const isDue = plan.isLasting === true ? this.operations >= plan.at : this.operations === plan.at
    return isDue ? plan : null
  }

  #count(): void {
    this.operations += 1
    const due = this.#due(['throws'])
    if (due !== null) throw new DOMException('planned', due.name)
  }

  #watch(database: IDBDatabase): void {
    this.connections.push(database)
    const transaction = database.transaction.bind(database)
    database.transaction = (stores, mode = 'readonly', options = {}) => {
      this.#count()
      this.transactions.push({ mode, ...options })
      const begun = transaction(stores, mode, options) as FakeTransaction // fake-indexeddb made it
      const due = this.#due(['aborts', 'rejects'])
      if (due !== null) atCommit(begun, () => begun._abort(due.name))
      this.#watchStores(begun)
      if (mode === 'readwrite') this.#watchCommit(begun)
      return begun
    }
  }

  #watchStores(transaction: FakeTransaction): void {
    const objectStore = transaction.objectStore.bind(transaction)
    transaction.objectStore = (name) => {
      const store = objectStore(name)
      if (!Object.hasOwn(store, 'add')) {
        for (const method of REQUESTS) this.#watchRequest(transaction, store, method)
        const index = store.index.bind(store)
        store.index = (indexName) => {
          const found = index(indexName)
          this.#watchRequest(transaction, found, 'openKeyCursor')
          return found
        }
      }
      return store
    }
  }

  #watchRequest(
    transaction: FakeTransaction,
    store: IDBObjectStore | IDBIndex,
    method: (typeof REQUESTS)[number],
  ): void {
    const methods = store as unknown as Record<string, (...args: unknown[]) => IDBRequest> // called with their own arguments
    const original = methods[method]?.bind(store)
    if (original === undefined) throw new Error(`Expected ${method} in ${store.name}`)
    const watched = (...args: unknown[]): IDBRequest => {
      this.#count()
      const due = this.#due(['rejects', 'aborts', 'hangs'])
      if (due?.mode === 'hangs') return new IDBRequest()
      if (due?.mode === 'rejects') return failing(transaction, store, due.name)
      const request = original(...args)
      if (due?.mode === 'aborts') request.addEventListener('success', () => transaction._abort(due.name))
      return request
    }
    Object.assign(store, { [method]: watched })
  }

  /** The commit counts as an operation: it fails after every request went well. */
  #watchCommit(transaction: FakeTransaction): void {
    atCommit(transaction, () => {
      this.operations += 1
      const due = this.#due(['throws', 'rejects', 'aborts'])
      if (due !== null) transaction._abort(due.name)
    })
    transaction.addEventListener('complete', (event) => {
      if (this.#due(['unseen']) === null) return
      event.stopImmediatePropagation()
      transaction.dispatchEvent(new IDBVersionChangeEvent('abort'))
    })
  }
}

const failing = (transaction: FakeTransaction, store: IDBObjectStore | IDBIndex, name: string): IDBRequest =>
  transaction._execRequestAsync({
    source: store,
    operation: () => {
      throw new DOMException('planned', name)
    },
  })

/** Runs when the last request of a transaction is answered and nothing new is asked. */
function atCommit(transaction: FakeTransaction, run: () => void): void {
  const internals = transaction as unknown as {
    _start(): void
    _requests: readonly unknown[]
    _state: string
  }
  const start = internals._start.bind(transaction)
  let isDone = false
  internals._start = () => {
    if (!isDone && internals._requests.length === 0 && internals._state !== 'finished') {
      isDone = true
      run()
    }
    start()
  }
}
