import { grouped } from '#core/kernel/grouped.ts'
import type { QuestionId } from '#core/kernel/ids.ts'
import { PROCESSES, type Lesson, type Misreading, type Process, type Question } from '#core/lesson/model.ts'
import type { SectionId } from '#core/kernel/ids.ts'
import type { Verdict } from '#core/grading/grade.ts'
import { calibrationOf, type Calibration } from '#core/progress/calibration.ts'
import type { Confidence } from '#core/progress/events.ts'
import { countMisreadings, type MisreadingCounts } from '#core/progress/misreading-counts.ts'
import type { AttemptRecord, QuestionOutcome } from '#core/progress/outcomes.ts'
import type { Policy } from './policy.ts'
import { UNTOUCHED, type QuestionProgress, type Session, type Try } from './session.ts'

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
  /** Over all tries. */
  readonly byMisreading: MisreadingCounts
  readonly byConfidence: Calibration
  /** Null unless the sitting marks by certainty. */
  readonly certainty: { readonly marks: number; readonly maxMarks: number } | null
}

/** Share of the question's points, 0 to 1: the best try, each cut as the sitting's policy says of a first, second, third. */
export const earnedShare = (progress: QuestionProgress, { tries }: Pick<Policy, 'tries'>): number =>
  Math.max(0, ...progress.tries.map((attempt, index) => attempt.grade.score * (tries[index] ?? 0)))

/** Share that the first try alone earned. */
export const firstTryShare = (progress: QuestionProgress): number => progress.tries[0]?.grade.score ?? 0

/** The verdict of the last try; `unanswered` without one. */
export const verdictOf = (progress: QuestionProgress): Verdict =>
  progress.tries.at(-1)?.grade.verdict ?? 'unanswered'

/** Marks by certainty (Gardner-Medwin): what a right and what a wrong answer brings, by how sure the reader was. */
export const CERTAINTY_MARKS: Readonly<
  Record<Confidence, { readonly right: number; readonly wrong: number }>
> = {
  sure: { right: 3, wrong: -6 },
  'think-so': { right: 2, wrong: -2 },
  guess: { right: 1, wrong: 0 },
}

/** The certainty mark of a first try: a partly right one lies between; without a word about certainty it counts as a guess, unanswered as 0. */
export function certaintyMark({ tries, confidence }: QuestionProgress): number {
  const [first] = tries
  if (first === undefined) return 0
  const { right, wrong } = CERTAINTY_MARKS[confidence ?? 'guess']
  return first.grade.score * right + (1 - first.grade.score) * wrong
}

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

const tally = (rows: readonly Row[], policy: Policy): Tally => ({
  questions: rows.length,
  right: rows.filter(({ progress }) => verdictOf(progress) === 'right').length,
  points: sum(rows, ({ question, progress }) => question.points * earnedShare(progress, policy)),
  maxPoints: sum(rows, ({ question }) => question.points),
  firstTryPoints: sum(rows, ({ question, progress }) => question.points * firstTryShare(progress)),
})

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** The score of a sitting, never only one number: by process, by section and by misreading. */
export function scoreSession(session: Session, lesson: Lesson): SessionScore {
  const rows = rowsOf(session, lesson)
  const answered = rows.filter(({ progress }) => progress.tries.length > 0)
  return {
    ...tally(rows, session.policy),
    answered: answered.length,
    byProcess: PROCESSES.map((process) => ({
      process,
      ...tally(
        rows.filter(({ question }) => question.process === process),
        session.policy,
      ),
    })).filter((entry) => entry.questions > 0),
    bySection: [...grouped(rows, ({ question }) => question.section)].map(([section, own]) => ({
      section,
      ...tally(own, session.policy),
    })),
    byMisreading: countMisreadings(rows.flatMap(({ progress }) => progress.tries.flatMap(misreadingsOf))),
    byConfidence: calibrationOf(
      answered.map(({ progress }) => ({
        confidence: progress.confidence,
        firstShare: firstTryShare(progress),
      })),
    ),
    certainty:
      session.policy.certainty === 'marked'
        ? {
            marks: sum(rows, ({ progress }) => certaintyMark(progress)),
            maxMarks: rows.length * CERTAINTY_MARKS.sure.right,
          }
        : null,
  }
}

/** The questions of a sitting that did not come out right at the first try. */
export const missedQuestions = (session: Session): readonly QuestionId[] =>
  session.order.filter((id) => firstTryShare(session.questions[id] ?? UNTOUCHED) < 1)

/** The summary that is stored beside the events. */
export function summarise(session: Session, lesson: Lesson): AttemptRecord {
  const { points, maxPoints } = tally(rowsOf(session, lesson), session.policy)
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
    mode: session.policy.mode,
    outcomes: outcomesOf(session, lesson),
  }
}

/** What became of each question that was checked, for review and progress. */
export const outcomesOf = (session: Session, lesson: Lesson): readonly QuestionOutcome[] =>
  rowsOf(session, lesson).flatMap(({ question, progress }) =>
    progress.checkedAtMs === null
      ? []
      : [
          {
            question: question.id,
            section: question.section,
            process: question.process,
            atMs: progress.checkedAtMs,
            firstShare: firstTryShare(progress),
            share: earnedShare(progress, session.policy),
            hints: progress.hint,
            isShown: progress.answerShown,
            points: question.points,
            confidence: progress.tries.length === 0 ? null : progress.confidence,
            misreadings: progress.tries.slice(0, 1).flatMap(misreadingsOf),
            ...(progress.lookBacks > 0 && { lookBacks: progress.lookBacks }),
          },
        ],
  )

/** By what the wrong parts of one try were tempted. */
const misreadingsOf = ({ grade }: Try): readonly Misreading[] =>
  grade.parts.flatMap((part) =>
    part.state === 'wrong' && part.misreading !== undefined ? [part.misreading] : [],
  )
