import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { expiresBeforeAsOf } from './expires-before-as-of.ts'

const check = (days: { asOf?: string; validUntil?: string }, lesson: { asOf?: string } = {}) =>
  expiresBeforeAsOf.check(aDraft({ questions: [aQuestionDraft(days)], lesson }), ruleContext)

describe('expires-before-as-of', () => {
  it('points at the day of the end, and names both', () => {
    expect(check({ asOf: '2024-05-22', validUntil: '2024-05-21' })).toEqual([
      {
        code: 'expires-before-as-of',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'validUntil'],
        params: { validUntil: '2024-05-21', asOf: '2024-05-22' },
      },
    ])
  })

  it('takes the day of the lesson where the question has none', () => {
    expect(check({ validUntil: '2023-12-31' }, { asOf: '2024-05-22' })).toHaveLength(1)
    expect(check({ asOf: '2023-10-01', validUntil: '2023-12-31' }, { asOf: '2024-05-22' })).toEqual([])
  })

  it.each([
    [{ asOf: '2024-05-22', validUntil: '2024-05-22' }],
    [{ asOf: '2024-05-22', validUntil: '2029-04-12' }],
    [{ validUntil: '2024-05-21' }],
    [{ asOf: '2024-05-22' }],
  ])('is silent about %o', (days) => {
    expect(check(days)).toEqual([])
  })
})
