import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { longestOptionIsKey } from './longest-option-is-key.ts'

const check = (options: string[], type = 'single') =>
  longestOptionIsKey.check(
    aDraft({ questions: [aQuestionDraft({ type, fields: { options: someOptions(...options) } })] }),
    ruleContext,
  )

describe('longest-option-is-key', () => {
  it('finds a key that stands out by its length', () => {
    expect(check(['A windmill', '*A lighthouse that is three hundred years old', 'A cathedral'])).toEqual([
      {
        code: 'longest-option-is-key',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'options', 1, 'text'],
        params: { length: 44, next: 11 },
      },
    ])
  })

  it.each([
    [
      'a distractor is as long',
      ['*A lighthouse that is very old', 'A windmill that is not so old', 'A bridge'],
    ],
    ['short options differ by a few characters', ['*A lighthouse', 'A mill', 'A dome']],
    [
      'long options differ by less than a fifth',
      [
        '*They were shown a lighthouse and were told its story there',
        'They were shown a windmill and were told the story',
      ],
    ],
    [
      'a distractor is the longest',
      ['*A lighthouse', 'A windmill that has stood there for centuries', 'A dome'],
    ],
  ])('is content where %s', (_, options) => {
    expect(check(options)).toEqual([])
  })

  it('says nothing where several may be chosen', () => {
    expect(check(['*A lighthouse that is three hundred years old', 'A mill', 'A dome'], 'multiple')).toEqual(
      [],
    )
  })
})
