import { err, ok } from '#core/kernel/result.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import type { StorageFault } from '#core/progress/fault.ts'
import { shelfFault, soundCards, soundLesson } from '../shelf-records.ts'
import type { Connection } from './connection.ts'
import { each, inOne, reading } from './in-one.ts'

const STORES = ['own-lessons', 'own-lesson-texts'] as const

/** A very long lesson takes its time on an old phone. */
const PATIENT_MS = 60_000

interface ShelfOptions {
  /** Why nothing can be written; null where it can. */
  readonly refusal: StorageFault | null
  /** Something is on the device that was not there before. */
  readonly onKept: () => void
}

/** The lessons from files, in the browser's database. */
export function deviceShelf(connection: Connection, { refusal, onKept }: ShelfOptions): LessonShelf {
  return {
    list: () =>
      connection.run(async (database) =>
        ok(soundCards(await reading(database, 'own-lessons', (cards) => cards.getAll()))),
      ),
    read: (id) =>
      connection.run(
        async (database) =>
          ok(soundLesson(await reading(database, 'own-lesson-texts', (texts) => texts.get(id)))),
        PATIENT_MS,
      ),
    async put(card, lesson) {
      const fault = shelfFault(card, lesson)
      if (refusal !== null) return err(refusal)
      if (fault !== null) return err({ kind: 'failed', detail: fault })
      const put = await connection.run(async (database) => {
        const transaction = database.transaction([...STORES], 'readwrite', { durability: 'strict' })
        await inOne(transaction, async () => {
          await transaction.objectStore('own-lesson-texts').put(lesson)
          await transaction.objectStore('own-lessons').put(card)
        })
        return ok(undefined)
      }, PATIENT_MS)
      if (put.ok) onKept()
      return put
    },
    async remove(id) {
      if (refusal !== null) return err(refusal)
      return connection.run(async (database) => {
        const transaction = database.transaction([...STORES], 'readwrite', { durability: 'strict' })
        await inOne(transaction, async () => {
          await each(STORES, (store) => transaction.objectStore(store).delete(id))
        })
        return ok(undefined)
      })
    },
  }
}
