import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { evidenceAmbiguous } from './evidence-ambiguous.ts'

describe('evidence-ambiguous', () => {
  it('names the first two places', () => {
    const places = [1, 4, 7].map((paragraph) => ({
      section: 'harbour',
      paragraph,
      sentence: 2,
      text: 'He smiled.',
    }))
    const question = aQuestionDraft({
      quotes: [{ level: 'a2', quote: 'He smiled.', resolution: { kind: 'ambiguous', places } }],
    })
    expect(evidenceAmbiguous.check(aDraft({ questions: [question] }), ruleContext)).toEqual([
      {
        code: 'evidence-ambiguous',
        severity: 'error',
        file: 'questions.yaml',
        path: [0, 'evidence', 'a2'],
        params: {
          level: 'a2',
          count: 3,
          firstParagraph: 1,
          firstSentence: 2,
          secondParagraph: 4,
          secondSentence: 2,
        },
      },
    ])
  })

  it('is content with a quote of one place', () => {
    expect(evidenceAmbiguous.check(aDraft(), ruleContext)).toEqual([])
  })
})
