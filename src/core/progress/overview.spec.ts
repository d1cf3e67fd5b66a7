import { describe, expect, it } from 'vitest'
import { dayAtOffset } from '#core/kernel/day.ts'
import { lessonId, questionId, someOutcomes } from '#tests/factories/progress.ts'
import { mondayOf, overviewOf } from './overview.ts'

const DAY = 86_400_000
const utc = dayAtOffset(0)

describe('the overview of what was done', () => {
  it('is empty where nothing was answered', () => {
    expect(overviewOf([], utc)).toEqual({
      lessons: 0,
      answers: 0,
      reviews: 0,
      byProcess: [],
      byLesson: [],
      byMisreading: [],
      byConfidence: [],
      days: new Map(),
      retention: [],
    })
  })

  it('counts first tries by process, by lesson, by misreading and by day', () => {
    const first = someOutcomes([
      { process: 'retrieve', points: 2, firstShare: 0.5, misreadings: ['overclaim'] },
      { process: 'infer', question: questionId('q2'), firstShare: 0, misreadings: ['outside', 'overclaim'] },
    ])
    const second = someOutcomes([{ process: 'infer', atMs: 3 * DAY }], { lesson: lessonId('wind-power') })
    const overview = overviewOf([first, second], utc)
    expect(overview.byProcess).toEqual([
      { process: 'retrieve', questions: 1, points: 1, maxPoints: 2 },
      { process: 'infer', questions: 2, points: 1, maxPoints: 2 },
    ])
    expect(overview.byLesson).toEqual([
      { lesson: 'wind-power', questions: 1, points: 1, maxPoints: 1, lastDay: 3 },
      { lesson: 'tidal-power', questions: 2, points: 1, maxPoints: 3, lastDay: 0 },
    ])
    expect(overview.byMisreading).toEqual([
      { misreading: 'overclaim', count: 2 },
      { misreading: 'outside', count: 1 },
    ])
    expect(overview.days).toEqual(
      new Map([
        [0, 2],
        [3, 1],
      ]),
    )
  })

  it('says how often an answer was right by how sure the reader was', () => {
    const said = someOutcomes([
      { confidence: 'sure' },
      { confidence: 'sure', firstShare: 0 },
      { confidence: 'guess', firstShare: 0 },
      {},
    ])
    expect(overviewOf([said], utc).byConfidence).toEqual([
      { confidence: 'sure', answered: 2, right: 1 },
      { confidence: 'guess', answered: 1, right: 0 },
    ])
  })

  it('takes retention from reviews alone, week by week', () => {
    const reading = someOutcomes([{ firstShare: 0 }])
    const reviews = someOutcomes(
      [{ atMs: 4 * DAY }, { atMs: 10 * DAY, firstShare: 0.5 }, { atMs: 11 * DAY }],
      { mode: 'review' },
    )
    expect(overviewOf([reading, reviews], utc).retention).toEqual([
      { week: 4, reviews: 2, known: 1 },
      { week: 11, reviews: 1, known: 1 },
    ])
  })
})

describe('a week', () => {
  it.each([
    [0, -3],
    [3, -3],
    [4, 4],
    [-4, -10],
  ])('with day %i begins on Monday, day %i', (day, monday) => {
    expect(mondayOf(day)).toBe(monday)
  })
})
