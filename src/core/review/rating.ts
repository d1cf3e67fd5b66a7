import type { QuestionOutcome } from '#core/progress/outcomes.ts'
import type { StudyMode } from '#core/progress/events.ts'

/** How well a question was remembered, in FSRS's four words. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

/** Half of the points still counts as remembered with effort. */
const ENOUGH = 0.5

/**
 * The rating that an answer earns; our policy, in the order in which it is read:
 *
 * 1. the answer was shown, or less than half of the points came in all tries: `again`;
 * 2. not all points at the first try, or it was called a guess, or the text was looked at while it was hidden: `hard`;
 * 3. right at once and called sure, in a review: `easy`. In a first reading the text lies open, and being sure of what one has before one's
 *    eyes says nothing about memory;
 * 4. right at once: `good`.
 */
export function ratingOf(outcome: QuestionOutcome, mode: StudyMode): Rating {
  if (outcome.isShown || outcome.share < ENOUGH) return 'again'
  if (outcome.firstShare < 1 || outcome.confidence === 'guess' || (outcome.lookBacks ?? 0) > 0) return 'hard'
  return mode === 'review' && outcome.confidence === 'sure' ? 'easy' : 'good'
}
