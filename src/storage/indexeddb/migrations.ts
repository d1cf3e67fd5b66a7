/**
 * One step from the version before. It speaks the platform's plain API, because the typed schema is today's and a step must
 * work for ever; it runs inside the upgrade transaction, so that a step that throws or is cut short undoes all of them.
 */
export interface Migration {
  readonly to: number
  run(database: IDBDatabase, transaction: IDBTransaction): void
}

/** Every step since the first version, in order; add at the end, never edit, and freeze a database of the version as a fixture. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 1, run: createFirstStores },
  { to: 2, run: setAsideAndCountTouches },
  { to: 3, run: keepOutcomesApart },
  { to: 4, run: makeRoomForLessons },
]

/** The version that this build reads and writes. */
export const DATABASE_VERSION = MIGRATIONS.length

/** Brings a database from the version that it has (0: there was none) to the newest. */
export function migrate(
  database: IDBDatabase,
  transaction: IDBTransaction,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  for (const migration of migrations) if (migration.to > from) migration.run(database, transaction)
}

function createFirstStores(database: IDBDatabase): void {
  database.createObjectStore('events', { keyPath: ['attempt', 'seq'] })
  const attempts = database.createObjectStore('attempts', { keyPath: 'attempt' })
  attempts.createIndex('lesson', 'lesson')
  attempts.createIndex('updatedAtMs', 'updatedAtMs')
}

/** A place for records that cannot be used, and an order of attempts that no clock can change: until now they had only times. */
function setAsideAndCountTouches(database: IDBDatabase, transaction: IDBTransaction): void {
  database.createObjectStore('set-aside', { keyPath: 'id', autoIncrement: true })
  const attempts = transaction.objectStore('attempts')
  attempts.createIndex('touched', 'touched')
  let touched = 0
  const walk = attempts.index('updatedAtMs').openCursor()
  walk.addEventListener('success', () => {
    const cursor = walk.result
    if (cursor === null) return
    cursor.update({ ...(cursor.value as object), touched: ++touched }) // a stored summary is an object: it has a key inside
    cursor.continue()
  })
}

/**
 * What became of each question is large and seldom read: the list of attempts is read at every start, and was to stay small. What is no
 * list of outcomes stays where it is, and is found there.
 */
function keepOutcomesApart(database: IDBDatabase, transaction: IDBTransaction): void {
  const apart = database.createObjectStore('outcomes', { keyPath: 'attempt' })
  const walk = transaction.objectStore('attempts').openCursor()
  walk.addEventListener('success', () => {
    const cursor = walk.result
    if (cursor === null) return
    const { outcomes, ...summary } = cursor.value as { readonly attempt: string; readonly outcomes?: unknown } // as above
    if (areOutcomes(outcomes)) {
      apart.put({ attempt: summary.attempt, outcomes })
      cursor.update(summary)
    }
    cursor.continue()
  })
}

const areOutcomes = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((outcome: unknown) => typeof (Object(outcome) as { share?: unknown }).share === 'number') // any value may have none

/** Lessons that were opened from files; the list of them is read at every start, their texts are not. */
function makeRoomForLessons(database: IDBDatabase): void {
  database.createObjectStore('own-lessons', { keyPath: 'id' })
  database.createObjectStore('own-lesson-texts', { keyPath: 'id' })
}
