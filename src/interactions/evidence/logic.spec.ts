import { describe, expect, it } from 'vitest'
import { sealInteraction } from '#core/interaction/spec.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { evidenceLogic } from './logic.ts'

const evidence = ['a.1', 'a.2'] as SentenceId[]
const context = { language: 'en', evidence }
const body = { scope: 'section' } as const

describe('tapping the evidence', () => {
  it.each(evidence)('takes any sentence of the evidence: %s', (sentence) => {
    expect(evidenceLogic.grade(body, { sentence }, context)).toEqual({
      score: 1,
      verdict: 'right',
      parts: [{ id: sentence, state: 'right' }],
    })
  })

  it('names all of the evidence as missed after a wrong tap', () => {
    expect(evidenceLogic.grade(body, { sentence: 'b.1' }, context)).toEqual({
      score: 0,
      verdict: 'wrong',
      parts: [
        { id: 'b.1', state: 'wrong' },
        { id: 'a.1', state: 'missed' },
        { id: 'a.2', state: 'missed' },
      ],
    })
  })

  it('lets the host write a tapped sentence over any response', () => {
    const sealed = sealInteraction(evidenceLogic)
    for (const before of [null, { sentence: 'b.1' }, 'damaged']) {
      expect(sealed.withSentence?.(body, before, 'a.1' as SentenceId)).toEqual({ sentence: 'a.1' })
    }
  })
})
