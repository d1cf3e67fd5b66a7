import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { optionCount } from './option-count.ts'

const check = (count: number, type = 'single') => {
  const options = Array.from({ length: count }, (_, index) =>
    index === 0 ? '*A lighthouse' : `Sight ${index}`,
  )
  return optionCount.check(
    aDraft({ questions: [aQuestionDraft({ type, fields: { options: someOptions(...options) } })] }),
    ruleContext,
  )
}

describe('option-count', () => {
  it.each([2, 5])('finds a choice of %i', (count) => {
    expect(check(count)).toEqual([
      {
        code: 'option-count',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'options'],
        params: { count },
      },
    ])
  })

  it.each([3, 4])('is content with a choice of %i', (count) => {
    expect(check(count)).toEqual([])
  })

  it('lets a multiple have as many as the text names', () => {
    expect(check(6, 'multiple')).toEqual([])
  })
})
