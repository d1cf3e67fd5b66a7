import type { Lesson, LessonSummary } from './model.ts'

/** What a library shows of a lesson, taken out of the whole. */
export const summaryOf = (lesson: Lesson): LessonSummary => ({
  id: lesson.id,
  title: lesson.title,
  summary: lesson.summary,
  language: lesson.language,
  direction: lesson.direction,
  eventDate: lesson.eventDate,
  topic: lesson.topic,
  levels: lesson.levels,
  defaultLevel: lesson.defaultLevel,
  questionCount: lesson.questionCount,
  wordCounts: lesson.wordCounts,
  ...expiringOf(lesson),
})

function expiringOf({ questions }: Lesson): Pick<LessonSummary, 'expiring'> {
  const expiring = questions.flatMap(({ id, validUntil }) =>
    validUntil === undefined ? [] : [[id, validUntil]],
  )
  return expiring.length === 0 ? {} : { expiring: Object.fromEntries(expiring) }
}
