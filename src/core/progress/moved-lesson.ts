import type { LessonId } from '#core/kernel/ids.ts'
import type { StoredAttempt } from './archive.ts'

/** An attempt of a backup whose lesson has another id here. */
export function withMovedLesson(
  attempt: StoredAttempt,
  moved: ReadonlyMap<LessonId, LessonId>,
): StoredAttempt {
  const [first, ...others] = attempt.events
  const start = first?.happening
  if (first === undefined || start?.kind !== 'attempt-started') return attempt
  const lesson = moved.get(start.lesson)
  if (lesson === undefined) return attempt
  return {
    summary: attempt.summary && { ...attempt.summary, lesson },
    events: [{ ...first, happening: { ...start, lesson } }, ...others],
  }
}
