import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'

/**
 * A key cannot have ended before the day on which it is known to hold, which is the lesson's where the question names none. Days are
 * ISO 8601, so text compares as they do.
 */
export const expiresBeforeAsOf: Rule = {
  id: 'expires-before-as-of',
  check({ lesson, questions }) {
    return questions.flatMap(({ index, question: { validUntil, asOf = lesson.asOf } }) => {
      if (validUntil === undefined || asOf === undefined || validUntil >= asOf) return []
      return [inQuestions('expires-before-as-of', 'warning', [index, 'validUntil'], { validUntil, asOf })]
    })
  },
}
