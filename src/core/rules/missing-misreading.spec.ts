import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { missingMisreading } from './missing-misreading.ts'

const check = (type: string, fields: Record<string, unknown>) =>
  missingMisreading.check(aDraft({ questions: [aQuestionDraft({ type, fields })] }), ruleContext)

describe('missing-misreading', () => {
  it('finds each distractor that does not say why it tempts, and lists what can be said', () => {
    const options = [
      { text: 'A lighthouse', key: true },
      { text: 'A windmill', why: 'There was none.' },
    ]
    const known = 'wrong-detail, other-question, overclaim, outside, reversed'
    expect(check('single', { options })).toEqual([
      {
        code: 'missing-misreading',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'options', 1],
        params: { text: 'A windmill', known },
      },
    ])
  })

  it('is content with one that does, in any type', () => {
    const distractors = [
      { answer: false, misreading: 'reversed', why: 'It did.' },
      { answer: 'not-stated', misreading: 'outside', why: 'It is.' },
    ]
    expect(check('true-false-not-stated', { answer: true, distractors })).toEqual([])
  })
})
