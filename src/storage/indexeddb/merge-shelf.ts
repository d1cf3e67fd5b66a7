import type { IDBPTransaction } from 'idb'
import type { KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import { mergeLessons } from '#core/lesson-files/merge-lessons.ts'
import type { StoredAttempt } from '#core/progress/archive.ts'
import { withMovedLesson } from '#core/progress/moved-lesson.ts'
import type { ShelfMerge } from '../shelf-merge.ts'
import { soundCards, soundLesson } from '../shelf-records.ts'
import { each } from './in-one.ts'
import type { ProoflineSchema } from './schema.ts'

export { keptFault } from '../shelf-records.ts'

/** A transaction that may also write lessons from files. */
export type ShelfTransaction = IDBPTransaction<
  ProoflineSchema,
  ('events' | 'attempts' | 'outcomes' | 'own-lessons' | 'own-lesson-texts')[],
  'readwrite'
>

/** Takes the lessons of a backup in within a transaction. */
export async function mergeShelf(
  transaction: ShelfTransaction,
  lessons: readonly KeptLesson[],
  attempts: readonly StoredAttempt[],
): Promise<ShelfMerge> {
  const cards = transaction.objectStore('own-lessons')
  const texts = transaction.objectStore('own-lesson-texts')
  const here: KeptLesson[] = []
  for (const card of soundCards(await cards.getAll())) {
    const lesson = soundLesson(await texts.get(card.id))
    if (lesson !== null) here.push({ card, lesson })
  }
  const { puts, moved, report } = mergeLessons(here, lessons)
  await each(puts, ({ lesson }) => texts.put(lesson))
  await each(puts, ({ card }) => cards.put(card))
  return { attempts: attempts.map((attempt) => withMovedLesson(attempt, moved)), report }
}
