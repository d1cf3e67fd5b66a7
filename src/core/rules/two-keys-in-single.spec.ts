import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { twoKeysInSingle } from './two-keys-in-single.ts'

const check = (type: string, ...options: string[]) =>
  twoKeysInSingle.check(
    aDraft({ questions: [aQuestionDraft({ type, fields: { options: someOptions(...options) } })] }),
    ruleContext,
  )

describe('two-keys-in-single', () => {
  it.each(['single', 'prove-it'])('points at the second key of a %s', (type) => {
    expect(check(type, '*A lighthouse', 'A windmill', '*A tower')).toEqual([
      {
        code: 'two-keys-in-single',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'options', 2, 'text'],
        params: { first: 'A lighthouse', second: 'A tower' },
      },
    ])
  })

  it('lets every one that applies be chosen in a multiple', () => {
    expect(check('multiple', '*A lighthouse', 'A windmill', '*A tower')).toEqual([])
  })
})
