import type { Grade, Verdict } from '#core/grading/grade.ts'
import type { HintLevel, QuestionProgress, Session } from './session.ts'
import { verdictOf } from './score.ts'

/** What may be shown of one question at this moment. */
export interface VisibleFeedback {
  /** Null before the first check. */
  readonly verdict: Verdict | null
  /** Parts that would give the answer away are taken out until it may be given. */
  readonly grade: Grade | null
  /** Whether key, evidence and explanation are shown. */
  readonly showsAnswer: boolean
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
  const showsAnswer = isFinished || (progress.phase === 'settled' && (isRight || session.policy.givesAnswer))
  const isTried = progress.phase === 'tried' && !isFinished
  return {
    verdict: shownVerdict(progress, isFinished),
    grade: progress.phase === 'open' && !isFinished ? null : visibleGrade(last?.grade ?? null, showsAnswer),
    showsAnswer,
    hint: showsAnswer ? 0 : progress.hint,
    mayRetry: isTried,
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
