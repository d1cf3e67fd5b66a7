import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { overlappingOptions } from './overlapping-options.ts'

const check = (...options: string[]) =>
  overlappingOptions.check(
    aDraft({ questions: [aQuestionDraft({ fields: { options: someOptions(...options) } })] }),
    ruleContext,
  )

describe('overlapping-options', () => {
  it('finds an option that holds all of another, whatever the case', () => {
    expect(check('*Rifles', 'A map', 'Gloves and rifles')).toEqual([
      {
        code: 'overlapping-options',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'options', 2, 'text'],
        params: { longer: 'Gloves and rifles', shorter: 'Rifles' },
      },
    ])
  })

  it('finds two that differ in case alone, once', () => {
    expect(check('*On Friday', 'on friday', 'On Monday')).toMatchObject([{ path: [0, 'options', 1, 'text'] }])
  })

  it.each([
    ['a part of a word', ['*Tu-22', 'Tu-22M3', 'Tu-95']],
    ['a part of a number', ['*8', '8,000', '80']],
    ['the same words in another order', ['*Russia invited Korea', 'Korea invited Russia']],
    ['words with another between them', ['*A destroyer', 'A Russian destroyer']],
  ])('is content where one holds %s', (_, options) => {
    expect(check(...options)).toEqual([])
  })
})
