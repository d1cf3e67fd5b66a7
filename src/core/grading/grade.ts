import type { Misreading } from '#core/lesson/model.ts'

export const VERDICTS = ['right', 'partly', 'wrong', 'unanswered'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What became of one part of a response: an option, a gap, a card, a pair, a place in an order.
 * `right` given and right, `wrong` given and wrong, `missed` not given though the key has it.
 */
export interface PartGrade {
  readonly id: string
  readonly state: 'right' | 'wrong' | 'missed'
  readonly misreading?: Misreading
  /** Why this part fails, in the words of the lesson's author. */
  readonly why?: string
}

export interface Grade {
  /** Share of the question's points, 0 to 1. */
  readonly score: number
  readonly verdict: Verdict
  readonly parts: readonly PartGrade[]
}

export const UNANSWERED: Grade = { score: 0, verdict: 'unanswered', parts: [] }

/** A grade from its score: 1 is right, 0 is wrong, all between is partly. `score` is cut to 0..1. */
export function gradeOf(score: number, parts: readonly PartGrade[]): Grade {
  const share = Math.min(1, Math.max(0, score))
  // Sums of thirds and sevenths must not miss 1 by a rounding error.
  const whole = share > 1 - 1e-9
  return { score: whole ? 1 : share, verdict: whole ? 'right' : share < 1e-9 ? 'wrong' : 'partly', parts }
}
