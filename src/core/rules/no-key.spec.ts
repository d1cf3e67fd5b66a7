import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { noKey } from './no-key.ts'

const check = (type: string, fields: Record<string, unknown>) =>
  noKey.check(aDraft({ questions: [aQuestionDraft({ type, fields })] }), ruleContext)

describe('no-key', () => {
  it.each(['single', 'multiple', 'prove-it'])('finds a %s in which nothing is right', (type) => {
    expect(check(type, { options: someOptions('A windmill', 'A cathedral', 'A bridge') })).toEqual([
      {
        code: 'no-key',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'options'],
        params: { count: 3 },
      },
    ])
  })

  it.each(['single', 'multiple', 'prove-it'])('is content with a %s that has a key', (type) => {
    expect(check(type, { options: someOptions('A windmill', '*A lighthouse') })).toEqual([])
  })

  it('does not look for a key among the distractors of a word bank', () => {
    const distractors = [{ text: 'ships', misreading: 'outside', why: 'No ships are built there.' }]
    expect(check('gap', { passage: 'The factory makes {engines}.', bank: true, distractors })).toEqual([])
  })

  it('says nothing about a type or a body that it does not know', () => {
    const foreign = [
      aQuestionDraft({ type: 'crossword', body: {} }),
      aQuestionDraft({ body: 'damaged' }),
      aQuestionDraft({ type: 'toString' }),
    ]
    expect(noKey.check(aDraft({ questions: foreign }), ruleContext)).toEqual([])
  })
})
