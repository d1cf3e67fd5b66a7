import { describe, expect, it } from 'vitest'
import { trueFalseNotStatedExchange } from './exchange.ts'
import { trueFalseNotStatedLogic } from './logic.ts'
import { trueFalseNotStatedText } from './text.ts'

const { read } = trueFalseNotStatedText

describe('true, false or not stated', () => {
  it('reads truth values and words alike', () => {
    const distractors = [{ answer: 'false' }, { answer: 'not-stated' }]
    expect(read({ answer: true, distractors })).toEqual(read({ answer: 'true', distractors }))
  })

  it.each([
    ['missing-distractor', [{ answer: true }], ['distractors']],
    [
      'duplicate-distractor',
      [{ answer: true }, { answer: 'true' }, { answer: false }],
      ['distractors', 1, 'answer'],
    ],
    [
      'distractor-is-key',
      [{ answer: true }, { answer: false }, { answer: 'not-stated' }],
      ['distractors', 2, 'answer'],
    ],
  ])('finds %s', (code, distractors, path) => {
    expect(read({ answer: 'not-stated', distractors }).faults).toMatchObject([
      { code, severity: 'error', path },
    ])
  })

  it('points each answer to where its author wrote it', () => {
    const body = { answer: 'false', distractors: [{ answer: 'not-stated' }, { answer: 'true' }] } as const
    const choices = trueFalseNotStatedLogic.choices({ ...body, distractors: [...body.distractors] })
    expect(choices.map(({ text, path }) => [text, path])).toEqual([
      ['true', ['distractors', 1]],
      ['false', ['answer']],
      ['not-stated', ['distractors', 0]],
    ])
  })

  it.each([
    ['two options', ['True', 'False']],
    ['another order', ['False', 'True', 'Not stated']],
    ['other words', ['True', 'False', 'Not given']],
  ])('leaves a choice with %s to other types', (_, texts) => {
    const options = texts.map((text, index) => ({ text, isKey: index === 0 }))
    expect(
      trueFalseNotStatedExchange.fromNeutral({ kind: 'choice', cardinality: 'single', options }),
    ).toBeNull()
  })
})
