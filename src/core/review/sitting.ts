import { hash32 } from '#core/kernel/hash.ts'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { SittingPolicy } from '#core/progress/events.ts'

/** How a review treats answers: one try, from memory, with the answer and its proof right after; how sure one was orders the next ones. */
export const reviewPolicy = (mode: 'review' | 'misreading', attempt: AttemptId): SittingPolicy => ({
  mode,
  retries: false,
  tries: [1],
  givesAnswer: true,
  feedback: 'question',
  text: 'hidden',
  certainty: 'asked',
  seed: hash32(attempt), // options stand elsewhere than last time
})
