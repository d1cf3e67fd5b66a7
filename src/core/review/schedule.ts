import { fsrs, Rating as FsrsRating, type FSRSState, type Grade } from 'ts-fsrs'
import type { Day } from '#core/kernel/day.ts'
import type { Rating } from './rating.ts'

/** Nothing is put off for longer: what was news a year ago is looked at again or has expired. */
export const LONGEST_INTERVAL_DAYS = 365
/** The chance of still knowing an answer at which it is asked again. */
export const WANTED_RETENTION = 0.9
/** The first review comes the next day, whatever the first answer was (Latimier et al. 2021: that there is a delay counts most). */
export const FIRST_INTERVAL_DAYS = 1

/** Whole days, nothing left to chance: the same history gives the same schedule on every device. */
const scheduler = fsrs({
  request_retention: WANTED_RETENTION,
  maximum_interval: LONGEST_INTERVAL_DAYS,
  enable_fuzz: false,
  enable_short_term: false,
})

const GRADES: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
}

/** How well one question is known, and when it comes again. */
export interface Memory {
  /** Days after which the chance of knowing it has fallen to nine in ten (FSRS). */
  readonly stability: number
  /** 1 to 10 (FSRS). */
  readonly difficulty: number
  readonly answeredOn: Day
  readonly intervalDays: number
  /** Answers that count, one a day at most. */
  readonly answers: number
  /** Of those that were no first answer: how many were forgotten. */
  readonly lapses: number
}

/**
 * The memory after one more answer. A second answer on the same day changes nothing: what was read a minute ago says little about
 * tomorrow. A clock that was put back counts as no time, one that was put far ahead as the longest interval.
 */
export function remember(memory: Memory | null, rating: Rating, day: Day): Memory {
  if (memory === null) {
    const intervalDays = FIRST_INTERVAL_DAYS
    return { ...nextState(null, rating, 0), answeredOn: day, intervalDays, answers: 1, lapses: 0 }
  }
  const sinceDays = Math.min(day - memory.answeredOn, LONGEST_INTERVAL_DAYS)
  if (sinceDays === 0) return memory
  const state = nextState(memory, rating, Math.max(0, sinceDays))
  return {
    ...state,
    answeredOn: day,
    intervalDays: scheduler.next_interval(state.stability, sinceDays),
    answers: memory.answers + 1,
    lapses: memory.lapses + (rating === 'again' ? 1 : 0),
  }
}

function nextState(memory: Memory | null, rating: Rating, sinceDays: number): FSRSState {
  const { stability, difficulty } = scheduler.next_state(memory, sinceDays, GRADES[rating])
  return { stability, difficulty }
}

/**
 * The day on which it comes again. When an answer was given that a wrong clock has put into the future, nobody knows: it comes today, so that
 * no review is lost.
 */
export const dueDay = ({ answeredOn, intervalDays }: Memory, today: Day): Day =>
  answeredOn > today ? today : answeredOn + intervalDays

/** The chance of still knowing it today, 0 to 1 (FSRS's forgetting curve). */
export const retrievability = (memory: Memory, today: Day): number =>
  scheduler.forgetting_curve(Math.max(0, today - memory.answeredOn), memory.stability)
