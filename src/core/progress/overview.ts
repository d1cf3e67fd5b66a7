import type { Day, DayOf } from '#core/kernel/day.ts'
import { grouped } from '#core/kernel/grouped.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import { PROCESSES, type Process } from '#core/lesson/model.ts'
import { calibrationOf, type Calibration } from './calibration.ts'
import { countMisreadings, type MisreadingCounts } from './misreading-counts.ts'
import type { AttemptOutcomes, QuestionOutcome } from './outcomes.ts'

/** First tries: how many, what they earned and could have earned. */
export interface FirstTries {
  readonly questions: number
  readonly points: number
  readonly maxPoints: number
}

/** What a reader did and knew, over all lessons. */
export interface Overview {
  readonly lessons: number
  readonly answers: number
  readonly reviews: number
  readonly byProcess: readonly (FirstTries & { readonly process: Process })[]
  /** Last answered first. */
  readonly byLesson: readonly (FirstTries & { readonly lesson: LessonId; readonly lastDay: Day })[]
  /** Of first tries. */
  readonly byMisreading: MisreadingCounts
  readonly byConfidence: Calibration
  /** Answers a day. */
  readonly days: ReadonlyMap<Day, number>
  /** Reviews by week (its Monday), oldest first: how many, and how many of them were right from memory. Weeks without any are left out. */
  readonly retention: readonly { readonly week: Day; readonly reviews: number; readonly known: number }[]
}

interface Answer {
  readonly lesson: LessonId
  readonly isReview: boolean
  readonly day: Day
  readonly outcome: QuestionOutcome
}

/** Folds outcomes into an overview; pure, and all of it can be worked out anew. */
export function overviewOf(history: readonly AttemptOutcomes[], dayOf: DayOf): Overview {
  const answers = history.flatMap(({ lesson, mode, outcomes }) =>
    outcomes.map((outcome): Answer => ({
      lesson,
      isReview: mode === 'review',
      day: dayOf(outcome.atMs),
      outcome,
    })),
  )
  const outcomes = answers.map(({ outcome }) => outcome)
  const reviews = answers.filter(({ isReview }) => isReview)
  return {
    lessons: new Set(answers.map(({ lesson }) => lesson)).size,
    answers: answers.length,
    reviews: reviews.length,
    byProcess: PROCESSES.map((process) => ({
      process,
      ...firstTries(answers.filter(({ outcome }) => outcome.process === process)),
    })).filter(({ questions }) => questions > 0),
    byLesson: [...grouped(answers, ({ lesson }) => lesson)]
      .map(([lesson, own]) => ({
        lesson,
        ...firstTries(own),
        lastDay: own.reduce((last, { day }) => Math.max(last, day), own[0]?.day ?? 0),
      }))
      .sort((one, other) => other.lastDay - one.lastDay),
    byMisreading: countMisreadings(outcomes.flatMap(({ misreadings }) => misreadings)),
    byConfidence: calibrationOf(outcomes),
    days: new Map([...grouped(answers, ({ day }) => day)].map(([day, own]) => [day, own.length])),
    retention: [...grouped(reviews, ({ day }) => mondayOf(day))]
      .map(([week, own]) => ({ week, reviews: own.length, known: own.filter(isRight).length }))
      .sort((one, other) => one.week - other.week),
  }
}

/** The Monday of a day's week (ISO 8601); 1970-01-01 was a Thursday. */
export const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7)

const isRight = ({ outcome }: Answer): boolean => outcome.firstShare === 1

const firstTries = (answers: readonly Answer[]): FirstTries => ({
  questions: answers.length,
  points: answers.reduce((sum, { outcome }) => sum + outcome.points * outcome.firstShare, 0),
  maxPoints: answers.reduce((sum, { outcome }) => sum + outcome.points, 0),
})
