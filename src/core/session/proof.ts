import { gradeOf, type Grade } from '#core/grading/grade.ts'
import { gradeSentence } from '#core/interaction/tapped-sentence.ts'
import type { SentenceId } from '#core/kernel/ids.ts'

/**
 * The grade of an answer whose proof was asked for: both earn all, the answer alone half of what it is worth, a proof without its
 * answer nothing (2 / 1 / 0).
 *
 * @param answered the grade of the answer by itself
 * @param proof the sentence that was tapped; null when none was
 * @param evidence every sentence that proves the key
 */
export function gradeWithProof(
  answered: Grade,
  proof: SentenceId | null,
  evidence: readonly SentenceId[],
): Grade {
  if (proof === null) return gradeOf(answered.score / 2, answered.parts)
  const [part] = gradeSentence(proof, evidence)
  const isProved = part.state === 'right'
  return gradeOf(isProved ? answered.score : answered.score / 2, [...answered.parts, part])
}
