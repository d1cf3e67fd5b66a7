import type { Grade, Verdict } from '#core/grading/grade.ts'
import type { HintLevel, QuestionProgress, Session } from './session.ts'
import { verdictOf } from './score.ts'

/** What may be shown of one question at this moment. */
export interface VisibleFeedback {
  /** Null before the first check. */
  readonly verdict: Verdict | null
  /** Parts that would give the answer away are taken out until it may be given. */
  readonly grade: Grade | null
  /** Whether the key is shown. */
  readonly showsAnswer: boolean
  readonly showsEvidence: boolean
  readonly showsExplanation: boolean
  /** The hint on the way to a new try; 0 when there is none. */
  readonly hint: HintLevel
  readonly mayRetry: boolean
  readonly mayShowAnswer: boolean
}

/** Feedback in the order of the rules of learning: a wrong answer first gets its verdict and its why, then hints, then the answer. */
export function visibleFeedback(
  progress: QuestionProgress,
  session: Pick<Session, 'policy' | 'status'>,
): VisibleFeedback {
  const isFinished = session.status === 'finished'
  const last = progress.tries.at(-1)
  const isRight = progress.phase === 'settled' && last?.grade.verdict === 'right'
  const showsAnswer =
    isFinished ||
    (progress.phase === 'settled' && session.policy.showsVerdict && (isRight || session.policy.givesAnswer))
  const { policy } = session
  const saysVerdict = isFinished || policy.showsVerdict
  const isTried = progress.phase === 'tried' && !isFinished
  return {
    verdict: saysVerdict ? shownVerdict(progress, isFinished) : null,
    grade:
      !saysVerdict || (progress.phase === 'open' && !isFinished)
        ? null
        : visibleGrade(last?.grade ?? null, showsAnswer),
    showsAnswer,
    showsEvidence: showsAnswer && (isFinished || policy.showsEvidence),
    showsExplanation: showsAnswer && (isFinished || policy.showsExplanation),
    hint: showsAnswer ? 0 : progress.hint,
    mayRetry: isTried && saysVerdict,
    mayShowAnswer:
      session.policy.givesAnswer &&
      !isFinished &&
      (isTried || (progress.phase === 'open' && (progress.skipped || progress.hint > 0))),
  }
}

function shownVerdict(progress: QuestionProgress, isFinished: boolean): Verdict | null {
  if (progress.phase === 'open' && !isFinished) return progress.skipped ? 'unanswered' : null
  return verdictOf(progress)
}

const visibleGrade = (grade: Grade | null, showsAnswer: boolean): Grade | null =>
  grade === null || showsAnswer
    ? grade
    : { ...grade, parts: grade.parts.filter((part) => part.state === 'wrong') }
