import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { missingWhy } from './missing-why.ts'

const check = (type: string, fields: Record<string, unknown>) =>
  missingWhy.check(aDraft({ questions: [aQuestionDraft({ type, fields })] }), ruleContext)

describe('missing-why', () => {
  it('finds each distractor without a why; a key needs none', () => {
    const options = [
      { text: 'A windmill', misreading: 'outside' },
      { text: 'A lighthouse', key: true },
      { text: 'A cathedral', misreading: 'outside', why: 'Nobody prayed.' },
    ]
    expect(check('single', { options })).toEqual([
      {
        code: 'missing-why',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'options', 0],
        params: { text: 'A windmill' },
      },
    ])
  })

  it('looks at the distractors of every type', () => {
    const distractors = [{ text: 'ships', misreading: 'outside' }]
    expect(check('gap', { passage: 'The factory makes {engines}.', bank: true, distractors })).toMatchObject([
      { path: [0, 'distractors', 0] },
    ])
  })

  it('is content with reasons', () => {
    const distractors = [{ text: 'ships', misreading: 'outside', why: 'They make something for trains.' }]
    expect(check('gap', { passage: 'The factory makes {engines}.', bank: true, distractors })).toEqual([])
  })
})
