import { describe, expect, it } from 'vitest'
import type { QuestionDraft } from '#core/lesson-text/draft.ts'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { keyPositionRun } from './key-position-run.ts'

const keyAt = (position: number, type = 'single'): QuestionDraft => {
  const options = ['One', 'Two', 'Three'].map((text, index) => (index + 1 === position ? `*${text}` : text))
  return aQuestionDraft({ type, fields: { options: someOptions(...options) } })
}
const statement = (answer: boolean): QuestionDraft =>
  aQuestionDraft({ type: 'true-false-not-stated', fields: { answer, distractors: [] } })
const check = (...questions: QuestionDraft[]) => keyPositionRun.check(aDraft({ questions }), ruleContext)

describe('key-position-run', () => {
  it('finds the third key in a row at one position and those that follow', () => {
    expect(check(keyAt(1), keyAt(2), keyAt(2, 'prove-it'), keyAt(2), keyAt(2))).toEqual([
      {
        code: 'key-position-run',
        severity: 'warning',
        file: 'questions.yaml',
        path: [3, 'options', 1],
        params: { run: 3, key: 2 },
      },
      {
        code: 'key-position-run',
        severity: 'warning',
        file: 'questions.yaml',
        path: [4, 'options', 1],
        params: { run: 4, key: 2 },
      },
    ])
  })

  it('sees the run across questions of other types', () => {
    expect(
      check(keyAt(2), keyAt(2), aQuestionDraft({ type: 'order', fields: { items: ['a', 'b'] } }), keyAt(2)),
    ).toHaveLength(1)
  })

  it('is content when the run breaks after two', () => {
    expect(check(keyAt(2), keyAt(2), keyAt(1), keyAt(2), keyAt(2))).toEqual([])
  })

  it('counts the answers to statements as a series of their own', () => {
    expect(check(statement(true), keyAt(1), statement(true), keyAt(1), statement(true))).toMatchObject([
      { path: [4, 'answer'], params: { run: 3, key: 'true' } },
    ])
    expect(check(statement(true), statement(true), statement(false), statement(true))).toEqual([])
  })
})
