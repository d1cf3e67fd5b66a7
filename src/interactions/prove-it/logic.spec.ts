import { describe, expect, it } from 'vitest'
import type { SentenceId } from '#core/kernel/ids.ts'
import { proveItLogic, type ProveItBody } from './logic.ts'

const body: ProveItBody = {
  options: [
    { id: 'key', text: 'Key', isKey: true },
    { id: 'other', text: 'Other', isKey: false, misreading: 'reversed', why: 'The other way round.' },
  ],
  scope: 'section',
}
const context = { language: 'en', evidence: ['a.1'] as SentenceId[] }
const grade = (chosen: string, sentence: string) => proveItLogic.grade(body, { chosen, sentence }, context)

describe('an answer and its proof', () => {
  it.each([
    ['key', 'a.1', 1, 'right'],
    ['key', 'a.2', 0.5, 'partly'],
    ['other', 'a.1', 0, 'wrong'],
    ['other', 'a.2', 0, 'wrong'],
  ])('earns for %s with %s %d of its points', (chosen, sentence, score, verdict) => {
    expect(grade(chosen, sentence)).toMatchObject({ score, verdict })
  })

  it('tells that the proof was right though the answer was not', () => {
    expect(grade('other', 'a.1').parts).toEqual([
      { id: 'key', state: 'missed' },
      { id: 'other', state: 'wrong', misreading: 'reversed', why: 'The other way round.' },
      { id: 'a.1', state: 'right' },
    ])
  })

  it('keeps the answer when a sentence is tapped, and starts without one', () => {
    const sentence = 'a.1' as SentenceId
    expect(proveItLogic.withSentence?.(body, { chosen: 'key', sentence: 'b.1' }, sentence)).toEqual({
      chosen: 'key',
      sentence,
    })
    expect(proveItLogic.withSentence?.(body, null, sentence)).toEqual({ chosen: null, sentence })
  })
})
