import type { Verdict } from '#core/grading/grade.ts'

/** The key of the words for a verdict; `isIncomplete`: what is unanswered was answered in part. */
export const verdictWords = ({
  verdict,
  isIncomplete = false,
}: {
  readonly verdict: Verdict | null
  readonly isIncomplete?: boolean | undefined
}): string => (isIncomplete ? 'verdict.incomplete' : `verdict.${verdict ?? 'unanswered'}`)
