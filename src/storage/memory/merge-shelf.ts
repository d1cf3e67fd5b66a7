import { err, ok, type Result } from '#core/kernel/result.ts'
import type { KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import { mergeLessons } from '#core/lesson-files/merge-lessons.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import type { StoredAttempt } from '#core/progress/archive.ts'
import { withMovedLesson } from '#core/progress/moved-lesson.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import type { ShelfMerge } from '../shelf-merge.ts'
import { keptFault } from '../shelf-records.ts'

/** Takes the lessons of a backup in; the memory refuses none that has its form. */
export async function mergeShelf(
  shelf: LessonShelf,
  lessons: readonly KeptLesson[],
  attempts: readonly StoredAttempt[],
): Promise<Result<ShelfMerge, StorageFault>> {
  const fault = keptFault(lessons)
  if (fault !== null) return err(fault)
  const listed = await shelf.list()
  const here: KeptLesson[] = []
  for (const card of listed.ok ? listed.value : []) {
    const read = await shelf.read(card.id)
    if (read.ok && read.value !== null) here.push({ card, lesson: read.value })
  }
  const { puts, moved, report } = mergeLessons(here, lessons)
  for (const { card, lesson } of puts) await shelf.put(card, lesson)
  return ok({ attempts: attempts.map((attempt) => withMovedLesson(attempt, moved)), report })
}
