import type { QuestionId } from '#core/kernel/ids.ts'
import {
  MISREADINGS,
  PROCESSES,
  type Lesson,
  type Misreading,
  type Process,
  type Question,
} from '#core/lesson/model.ts'
import type { SectionId } from '#core/kernel/ids.ts'
import type { Verdict } from '#core/grading/grade.ts'
import type { AttemptSummary } from '#core/progress/events.ts'
import { HINT_FACTORS, type QuestionProgress, type Session } from './session.ts'

/** Points are the questions' own; both sums can hold quarters. */
export interface Tally {
  readonly questions: number
  readonly right: number
  readonly points: number
  readonly maxPoints: number
  /** Points of the first tries alone, without retries. */
  readonly firstTryPoints: number
}

export interface SessionScore extends Tally {
  readonly answered: number
  readonly byProcess: readonly (Tally & { readonly process: Process })[]
  readonly bySection: readonly (Tally & { readonly section: SectionId })[]
  /** How often a wrong answer of each kind was given, over all tries; most frequent first, none with 0. */
  readonly byMisreading: readonly { readonly misreading: Misreading; readonly count: number }[]
}

/** Share of the question's points, 0 to 1: the best try, each cut by the hints that came before it. */
export const earnedShare = (progress: QuestionProgress): number =>
  Math.max(0, ...progress.tries.map((attempt) => attempt.grade.score * HINT_FACTORS[attempt.hint]))

/** Share that the first try alone earned. */
export const firstTryShare = (progress: QuestionProgress): number => progress.tries[0]?.grade.score ?? 0

/** The verdict of the last try; `unanswered` without one. */
export const verdictOf = (progress: QuestionProgress): Verdict =>
  progress.tries.at(-1)?.grade.verdict ?? 'unanswered'

interface Row {
  readonly question: Question
  readonly progress: QuestionProgress
}

const rowsOf = (session: Session, lesson: Lesson): Row[] => {
  const inSession = (id: QuestionId): QuestionProgress | undefined => session.questions[id]
  return lesson.questions.flatMap((question) => {
    const progress = inSession(question.id)
    return progress === undefined ? [] : [{ question, progress }]
  })
}

const tally = (rows: readonly Row[]): Tally => ({
  questions: rows.length,
  right: rows.filter(({ progress }) => verdictOf(progress) === 'right').length,
  points: sum(rows, ({ question, progress }) => question.points * earnedShare(progress)),
  maxPoints: sum(rows, ({ question }) => question.points),
  firstTryPoints: sum(rows, ({ question, progress }) => question.points * firstTryShare(progress)),
})

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** The score of a sitting, never only one number: by process, by section and by misreading. */
export function scoreSession(session: Session, lesson: Lesson): SessionScore {
  const rows = rowsOf(session, lesson)
  const tempted = rows.flatMap(({ progress }) =>
    progress.tries.flatMap((attempt) =>
      attempt.grade.parts.flatMap((part) =>
        part.state === 'wrong' && part.misreading ? [part.misreading] : [],
      ),
    ),
  )
  const sections = [...new Set(rows.map(({ question }) => question.section))]
  return {
    ...tally(rows),
    answered: rows.filter(({ progress }) => progress.tries.length > 0).length,
    byProcess: PROCESSES.map((process) => ({
      process,
      ...tally(rows.filter(({ question }) => question.process === process)),
    })).filter((entry) => entry.questions > 0),
    bySection: sections.map((section) => ({
      section,
      ...tally(rows.filter(({ question }) => question.section === section)),
    })),
    byMisreading: MISREADINGS.map((misreading) => ({
      misreading,
      count: tempted.filter((found) => found === misreading).length,
    }))
      .filter((entry) => entry.count > 0)
      .sort((one, other) => other.count - one.count),
  }
}

/** The questions of a sitting that did not come out right at the first try. */
export const missedQuestions = (session: Session): readonly QuestionId[] =>
  session.order.filter((id) => firstTryShare(session.questions[id] ?? NO_PROGRESS) < 1)

const NO_PROGRESS: QuestionProgress = {
  response: null,
  phase: 'open',
  hint: 0,
  tries: [],
  skipped: false,
  answerShown: false,
}

/** The summary that is stored beside the events. */
export function summarise(session: Session, lesson: Lesson): AttemptSummary {
  const { points, maxPoints } = scoreSession(session, lesson)
  const progress = Object.values(session.questions)
  return {
    attempt: session.attempt,
    lesson: session.lesson,
    status: session.status,
    startedAtMs: session.startedAtMs,
    updatedAtMs: session.updatedAtMs,
    nextSeq: session.nextSeq,
    settledQuestions: progress.filter((entry) => entry.tries.length > 0 || entry.answerShown).length,
    totalQuestions: session.order.length,
    points,
    maxPoints,
  }
}
