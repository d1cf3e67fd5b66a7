import { describe, expect, it } from 'vitest'
import { anOutcome } from '#tests/factories/progress.ts'
import { ratingOf } from './rating.ts'

describe('a rating', () => {
  it.each([
    ['again', 'nothing right', { firstShare: 0, share: 0 }],
    ['again', 'right only after the hint to the sentence', { firstShare: 0, share: 0.25, hints: 2 }],
    ['again', 'shown', { firstShare: 0.8, share: 0.8, isShown: true }],
    ['hard', 'right after the hint to the paragraph', { firstShare: 0, share: 0.5, hints: 1 }],
    ['hard', 'most of its parts right', { firstShare: 0.75, share: 0.75 }],
    ['hard', 'right and a guess', { confidence: 'guess' }],
    ['hard', 'right after a look at the text', { lookBacks: 1, confidence: 'sure' }],
    ['good', 'right', {}],
    ['good', 'right, thought so', { confidence: 'think-so' }],
    ['easy', 'right and sure', { confidence: 'sure' }],
  ] as const)('of a review is "%s" for %s', (rating, _, outcome) => {
    expect(ratingOf(anOutcome(outcome), 'review')).toBe(rating)
  })

  it('is not "easy" for what was sure while the text lay open', () => {
    expect(ratingOf(anOutcome({ confidence: 'sure' }), 'guided')).toBe('good')
  })
})
