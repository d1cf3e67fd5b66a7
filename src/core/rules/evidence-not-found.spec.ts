import { describe, expect, it } from 'vitest'
import type { Resolution } from '#core/lesson-text/draft.ts'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { evidenceNotFound } from './evidence-not-found.ts'

const check = (quote: string, resolution: Resolution) => {
  const questions = [aQuestionDraft(), aQuestionDraft({ quotes: [{ level: 'b1', quote, resolution }] })]
  return evidenceNotFound.check(aDraft({ questions }), ruleContext)
}

describe('evidence-not-found', () => {
  it('points at the quote and shows the nearest paragraph', () => {
    const nearest = { paragraph: 2, text: 'After lunch the visitors toured a factory.' }
    expect(check('After lunch the visitors saw a factory.', { kind: 'missing', nearest })).toEqual([
      {
        code: 'evidence-not-found',
        severity: 'error',
        file: 'questions.yaml',
        path: [1, 'evidence', 'b1'],
        params: { level: 'b1', paragraph: 2, nearest: 'After lunch the visitors toured a factory.' },
      },
    ])
  })

  it('says when only quotation marks or dashes, or only capitals, set the quote apart', () => {
    for (const difference of ['typography', 'case'] as const) {
      const nearest = { paragraph: 2, text: 'Kim’s guide', difference }
      const [finding] = check("Kim's guide", { kind: 'missing', nearest })
      expect(finding?.params).toMatchObject({ nearest: 'Kim’s guide', variant: difference })
    }
  })

  it('shows the stretch of a long paragraph that is most like the quote', () => {
    const before = 'Nothing of this has much to do with it. '.repeat(5)
    const text = `${before}They came on board a destroyer that hunts submarines. ${before}`
    const [finding] = check('They went on board a destroyer that hunts whales', {
      kind: 'missing',
      nearest: { paragraph: 1, text },
    })
    expect(finding?.params?.['nearest']).toContain('on board a destroyer that hunts submarines.')
    expect(String(finding?.params?.['nearest']).length).toBeLessThan(90)
  })

  it('shows something of a paragraph without a space', () => {
    const text = '金'.repeat(300)
    const [finding] = check('x', { kind: 'missing', nearest: { paragraph: 1, text } })
    expect(finding?.params?.['nearest']).toBe(`${'金'.repeat(80)} …`)
  })

  it('is content with a quote that was found or stands twice', () => {
    expect(check('x', { kind: 'found', sentences: [] })).toEqual([])
    expect(check('x', { kind: 'ambiguous', places: [] })).toEqual([])
  })
})
