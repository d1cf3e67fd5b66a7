import { describe, expect, it } from 'vitest'
import { dayAtOffset } from '#core/kernel/day.ts'
import type { QuestionOutcome } from '#core/progress/outcomes.ts'
import { attemptId, lessonId, questionId, someOutcomes } from '#tests/factories/progress.ts'
import {
  dueCards,
  dueForecast,
  dueReason,
  isStillAsked,
  reviewCards,
  reviewedOn,
  wordingOf,
  type ReviewCard,
} from './queue.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const utc = dayAtOffset(0)
const noon = (day: number): number => day * DAY + 12 * HOUR

/** A day behind all answers here. */
const TODAY = 100

const outcome = (question: string, day: number, more: Partial<QuestionOutcome> = {}) => ({
  question: questionId(question),
  atMs: noon(day),
  ...more,
})
const asked = (cards: readonly ReviewCard[]): string[] => cards.map(({ last }) => last.question)
const only = (cards: readonly ReviewCard[]): ReviewCard => {
  const [card] = cards
  if (card === undefined || cards.length > 1) throw new Error(`Expected one card, found ${cards.length}`)
  return card
}

describe('the review queue', () => {
  it('holds every question that was answered, due from the next day on', () => {
    const cards = reviewCards([someOutcomes([outcome('q1', 0), outcome('q2', 0)])], utc, TODAY)
    expect(asked(dueCards(cards, 0))).toEqual([])
    expect(asked(dueCards(cards, 1))).toEqual(['q1', 'q2'])
    expect(asked(dueCards(cards, 9))).toEqual(['q1', 'q2'])
  })

  it('begins a day at midnight where the reader is', () => {
    const lateInSeoul = someOutcomes([{ atMs: 14 * HOUR + 59 * 60_000 }]) // 23:59 there
    const seoul = dayAtOffset(9 * 60)
    expect(seoul(15 * HOUR)).toBe(seoul(14 * HOUR) + 1)
    expect(dueCards(reviewCards([lateInSeoul], seoul, TODAY), seoul(15 * HOUR))).toHaveLength(1)
    expect(dueCards(reviewCards([lateInSeoul], utc, TODAY), utc(15 * HOUR))).toHaveLength(0)
  })

  it('keeps questions of the same name in two lessons apart', () => {
    const other = someOutcomes([outcome('q1', 0)], { lesson: lessonId('wind-power') })
    expect(reviewCards([someOutcomes([outcome('q1', 0)]), other], utc, TODAY)).toHaveLength(2)
  })

  it('asks first what was sure and wrong, then what is most likely forgotten', () => {
    const cards = reviewCards(
      [
        someOutcomes([
          outcome('known', 0, { confidence: 'think-so' }),
          outcome('forgotten', 0, { firstShare: 0, share: 0 }),
          outcome('surely-wrong', 0, { firstShare: 0, share: 0.5, confidence: 'sure' }),
          outcome('guessed', 0, { confidence: 'guess' }),
        ]),
      ],
      utc,
      TODAY,
    )
    expect(asked(dueCards(cards, 1))).toEqual(['surely-wrong', 'forgotten', 'guessed', 'known'])
  })

  it('is the same in whatever order the attempts are read', () => {
    const one = someOutcomes([outcome('q1', 0)])
    const other = someOutcomes([outcome('q1', 1, { firstShare: 0, share: 0 })], {
      attempt: attemptId('b'),
      mode: 'review',
    })
    expect(reviewCards([other, one], utc, TODAY)).toEqual(reviewCards([one, other], utc, TODAY))
    expect(only(reviewCards([one, other], utc, TODAY)).memory).toMatchObject({ answers: 2, lapses: 1 })
  })

  it('takes the first answer of a day', () => {
    const again = outcome('q1', 0, { atMs: noon(0) + HOUR, firstShare: 0, share: 0 })
    const card = only(reviewCards([someOutcomes([outcome('q1', 0)]), someOutcomes([again])], utc, TODAY))
    expect(card.last.firstShare).toBe(1)
  })

  it('asks at once, and then goes on by the days that are known, where the clock was ahead for a while', () => {
    const ahead = someOutcomes([outcome('q1', 5000)])
    const due = (history: Parameters<typeof reviewCards>[0], today: number): string[] =>
      asked(dueCards(reviewCards(history, utc, today), today))
    expect(due([ahead], 10)).toEqual(['q1'])
    const reviewed = someOutcomes([outcome('q1', 10)], { attempt: attemptId('b'), mode: 'review' })
    expect(due([ahead, reviewed], 10)).toEqual([])
    expect(due([ahead, reviewed], 11)).toEqual(['q1'])
  })

  it('counts what was reviewed today, not what was answered in a lesson', () => {
    const review = someOutcomes([outcome('q1', 1), outcome('q2', 0)], { mode: 'review' })
    expect(reviewedOn([review, someOutcomes([outcome('q3', 1)])], 1, utc)).toBe(1)
  })

  it('forecasts what comes due; overdue is today', () => {
    const cards = reviewCards(
      [
        someOutcomes([outcome('old', 0), outcome('new', 9)]),
        someOutcomes([outcome('weekly', 8), outcome('weekly', 9)]),
      ],
      utc,
      TODAY,
    )
    expect(dueForecast(cards, 9, 10)).toEqual([1, 1, 0, 0, 0, 0, 0, 1, 0, 0])
  })

  it('says why a question is due', () => {
    const [card] = reviewCards([someOutcomes([outcome('q1', 0, { confidence: 'guess' })])], utc, TODAY)
    expect(card && dueReason(card, 3)).toMatchObject({
      result: 'right',
      confidence: 'guess',
      isFirst: true,
      answeredOn: 0,
      intervalDays: 1,
      overdueDays: 2,
    })
  })
})

describe('a question in the queue', () => {
  it.each([
    [undefined, true],
    ['2024-05-01', true],
    ['2024-04-30', false],
  ])('valid until %s is asked on 1 May 2024: %s', (validUntil, expected) => {
    expect(isStillAsked(validUntil === undefined ? {} : { validUntil }, '2024-05-01')).toBe(expected)
  })

  it('is asked in other words first, in its own after them, and so on', () => {
    const question = { stem: 'own', reworded: ['first', 'second'] } as unknown as Parameters<
      typeof wordingOf
    >[0] // the rest is not looked at
    const memory = (answers: number) => ({ answers }) as Parameters<typeof wordingOf>[1] // nor here
    expect([1, 2, 3, 4].map((answers) => wordingOf(question, memory(answers)))).toEqual([
      'first',
      'second',
      'own',
      'first',
    ])
  })
})
