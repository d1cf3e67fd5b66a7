import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { duplicateId } from './duplicate-id.ts'

const check = (...ids: string[]) =>
  duplicateId.check(aDraft({ questions: ids.map((id) => aQuestionDraft({ id })) }), ruleContext)

describe('duplicate-id', () => {
  it('points at the later one and names the first by its number', () => {
    expect(check('stop', 'product', 'stop')).toEqual([
      {
        code: 'duplicate-id',
        severity: 'error',
        file: 'questions.yaml',
        path: [2, 'id'],
        params: { id: 'stop', first: 1 },
      },
    ])
  })

  it('takes ids that begin alike for two', () => {
    expect(check('stop', 'stop-2')).toEqual([])
  })
})
