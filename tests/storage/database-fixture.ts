/** A frozen database: the stores that its version had, its records, and what every later build must find in it. */
export interface DatabaseFixture {
  readonly name: string
  readonly version: number
  readonly stores: readonly StoreFixture[]
  readonly expected: {
    /** Ids of the sound summaries, last touched first. */
    readonly attempts: readonly string[]
    /** Number of sound events by attempt. */
    readonly events: Readonly<Record<string, number>>
    readonly damaged: number
    /** Number of records that its build had set aside. */
    readonly setAside: number
    /** Ids of the sound cards of lessons from files; absent where its version had no such lessons. */
    readonly lessons?: readonly string[]
  }
}

interface StoreFixture extends StoreForm {
  readonly records: readonly unknown[]
}

/** How a store is made. */
export interface StoreForm {
  readonly name: string
  readonly keyPath: string | string[]
  /** Absent: no. */
  readonly autoIncrement?: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
  }[]
}

/** Makes the database as the build of its time left it, without any of today's code. */
export function buildDatabase(
  factory: IDBFactory,
  { name, version, stores }: DatabaseFixture,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version)
    request.addEventListener('upgradeneeded', () => {
      for (const { name: store, keyPath, autoIncrement = false, indexes, records } of stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement })
        for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique })
        for (const record of records) made.add(record)
      }
    })
    request.addEventListener('error', () =>
      reject(new Error(`Expected to build ${name}`, { cause: request.error })),
    )
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
  })
}

/** The stores of an open database, by name. */
export function storeForms(database: IDBDatabase): StoreForm[] {
  const transaction = database.transaction([...database.objectStoreNames])
  return [...database.objectStoreNames].map((name) => {
    const store = transaction.objectStore(name)
    const indexes = [...store.indexNames].map((index) => store.index(index))
    return {
      name,
      keyPath: store.keyPath as string | string[], // every store of ours has its key inside
      ...(store.autoIncrement && { autoIncrement: true }),
      indexes: indexes.map(({ name: index, keyPath, unique }) => ({ name: index, keyPath, unique })),
    }
  })
}
