import { describe, expect, it } from 'vitest'
import { aDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { levelOrder } from './level-order.ts'

const article = (sentence: string, times: number) =>
  `## Harbour {#harbour}\n\n${`${sentence} `.repeat(times)}\n`
const EASY = 'They saw the old ship in the port.' // 8 words
const HARD =
  'The delegation inspected an extraordinarily sophisticated vessel, whose capabilities specialists explained enthusiastically.' // 13 words
const check = (a2: string, b1: string, language = 'en') =>
  levelOrder.check(aDraft({ texts: { a2, b1 }, lesson: { language } }), ruleContext)

describe('level-order', () => {
  it('finds a level that reads no harder than the one below it', () => {
    const [finding, ...more] = check(article(HARD, 10), article(EASY, 15))
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      code: 'level-order',
      severity: 'warning',
      file: 'article.b1.md',
      path: [],
    })
    expect(finding?.params).toMatchObject({
      easier: 'a2',
      harder: 'b1',
      harderGrade: -0.7,
      method: 'Flesch-Kincaid',
    })
  })

  it('finds two levels with the same text', () => {
    expect(check(article(EASY, 15), article(EASY, 15))).toHaveLength(1)
  })

  it('measures other languages by LIX', () => {
    expect(check(article(HARD, 10), article(EASY, 15), 'de')).toMatchObject([
      { params: { harderGrade: 8, method: 'LIX' } },
    ])
  })

  it('is content when each level is harder than the one before', () => {
    expect(check(article(EASY, 15), article(HARD, 10))).toEqual([])
  })

  it('does not measure less than a hundred words', () => {
    expect(check(article(HARD, 10), article(EASY, 12))).toEqual([])
  })
})
