import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RATINGS, type Rating } from './rating.ts'
import { dueDay, LONGEST_INTERVAL_DAYS, remember, retrievability, type Memory } from './schedule.ts'

/** The default parameters of FSRS-6, as its authors publish them. */
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]
const w = (index: number): number => W[index] as number // within the list
const grade = (rating: Rating): number => RATINGS.indexOf(rating) + 1
const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

const chance = (days: number, stability: number): number =>
  (1 + (0.9 ** (-1 / w(20)) - 1) * (days / stability)) ** -w(20)
const firstDifficulty = (g: number): number => w(4) - Math.exp(w(5) * (g - 1)) + 1

/** FSRS-6 without learning steps, written down from its published formulas. */
function byHand(state: { s: number; d: number } | null, rating: Rating, days: number) {
  const g = grade(rating)
  if (state === null) return { s: w(g - 1), d: between(1, firstDifficulty(g), 10) }
  const { s, d } = state
  const r = chance(days, s)
  const moved = d - (w(6) * (g - 3) * (10 - d)) / 9
  const recalled =
    s *
    (1 +
      Math.exp(w(8)) *
        (11 - d) *
        s ** -w(9) *
        (Math.exp(w(10) * (1 - r)) - 1) *
        (g === 2 ? w(15) : 1) *
        (g === 4 ? w(16) : 1))
  const forgotten = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r))
  return {
    s: g === 1 ? Math.min(s, forgotten) : recalled,
    d: between(1, w(7) * firstDifficulty(4) + (1 - w(7)) * moved, 10),
  }
}

/** Answers as they come due. */
function follow(ratings: readonly Rating[]): { readonly memory: Memory; readonly days: readonly number[] } {
  let memory: Memory | null = null
  const days: number[] = []
  for (const rating of ratings) {
    const day: number = memory === null ? 0 : dueDay(memory, 100_000)
    memory = remember(memory, rating, day)
    days.push(day)
  }
  if (memory === null) throw new Error('Expected a rating')
  return { memory, days }
}

describe('the review schedule', () => {
  it('asks the next day, after a week, and on: what is always right is asked five times in half a year', () => {
    expect(follow(['good', 'good', 'good', 'good', 'good']).days).toEqual([0, 1, 8, 40, 158])
  })

  it('asks the next day again after what was forgotten', () => {
    expect(follow(['good', 'good', 'again', 'good']).days).toEqual([0, 1, 8, 9])
  })

  it('is FSRS-6 with its published parameters, at nine in ten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 1, max: 400 })), { minLength: 1 }),
        (answers) => {
          let memory: Memory | null = null
          let hand: { s: number; d: number } | null = null
          let day = 0
          for (const [rating, gap] of answers) {
            const days = hand === null ? 0 : Math.min(gap, LONGEST_INTERVAL_DAYS)
            day += hand === null ? 0 : gap
            hand = byHand(hand, rating, days)
            memory = remember(memory, rating, day)
            expect(memory.stability / hand.s).toBeCloseTo(1, 4)
            expect(memory.difficulty).toBeCloseTo(hand.d, 4)
          }
        },
      ),
    )
  })

  it('comes back at most a year later', () => {
    const { memory } = follow(Array.from({ length: 12 }, () => 'easy' as const))
    expect(memory.intervalDays).toBe(LONGEST_INTERVAL_DAYS)
  })

  it('counts one answer a day', () => {
    const first = remember(null, 'good', 5)
    expect(remember(first, 'again', 5)).toBe(first)
  })

  it('loses no review to a clock that ran ahead for a while: it comes on every day until it is answered', () => {
    const ahead = remember(null, 'good', 47_482) // in 2100
    expect([20_000, 20_001].map((today) => dueDay(ahead, today))).toEqual([20_000, 20_001])
  })

  it('goes on when the clock was put back to 1970', () => {
    const known = remember(remember(null, 'good', 20_000), 'good', 20_001)
    const back = remember(known, 'good', 0)
    expect(back.stability).toBeGreaterThanOrEqual(known.stability)
    expect(dueDay(back, 0)).toBe(back.intervalDays)
  })

  it('expects nine in ten to be known after the stability, and all at once', () => {
    const memory = remember(null, 'easy', 0)
    expect(retrievability(memory, 0)).toBe(1)
    expect(retrievability({ ...memory, stability: 30 }, 30)).toBeCloseTo(0.9, 6)
  })
})
