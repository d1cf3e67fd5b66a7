import { editionPrints } from '#core/lesson/edition.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { ownLessonId } from '#core/lesson-files/own-id.ts'
import { COMPILED_VERSION, type OwnLesson, type OwnLessonCard } from '#core/lesson-files/shelf.ts'

/** A lesson from a file as the device keeps it: its card and its texts. */
export function anOwnLesson(
  lesson: Lesson,
  overrides: Partial<OwnLessonCard> = {},
): [OwnLessonCard, OwnLesson] {
  const id = overrides.id ?? ownLessonId(lesson.id)
  const facts = { contentHash: lesson.contentHash, asOf: null, openedAtMs: 1000 }
  return [
    { id, sourceId: lesson.id, summary: { ...summaryOf(lesson), id }, ...facts, ...overrides },
    {
      id,
      source: '{}',
      lesson: JSON.stringify(lesson),
      compiledVersion: COMPILED_VERSION,
      editions: [{ ...facts, prints: editionPrints(lesson) }],
    },
  ]
}
