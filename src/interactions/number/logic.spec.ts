import { describe, expect, it } from 'vitest'
import { numberLogic, type NumberBody } from './logic.ts'
import { numberText } from './text.ts'

const body: NumberBody = {
  answer: 0.3,
  tolerance: 0.1,
  unit: 'km',
  distractors: [{ value: 5, misreading: 'wrong-detail', why: 'Five is the number of ships.' }],
}
const grade = (text: string, language = 'en') => numberLogic.grade(body, { text }, { language, evidence: [] })

describe('a typed number', () => {
  it.each(['0.2', '0.4', '0,4', '.3 km', '0.30'])(
    'is right at %s, the edge of the tolerance included',
    (text) => {
      expect(grade(text).verdict).toBe('right')
    },
  )

  it('is read by the marks of the language', () => {
    const thousands: NumberBody = { answer: 8000, tolerance: 0, distractors: [] }
    const verdict = (language: string) =>
      numberLogic.grade(thousands, { text: '8.000' }, { language, evidence: [] }).verdict
    expect([verdict('de'), verdict('en')]).toEqual(['right', 'wrong'])
  })

  it('gets misreading and why of the expected wrong answer that it is', () => {
    expect(grade('5 km').parts).toEqual([
      { id: 'answer', state: 'wrong', misreading: 'wrong-detail', why: 'Five is the number of ships.' },
    ])
  })

  it.each(['', 'about five', '5 miles', '5-6'])('is not ready as %j', (text) => {
    expect(numberLogic.isReady(body, { text })).toBe(false)
  })

  it('refuses an expected wrong answer inside the tolerance', () => {
    const fields = { answer: 10, tolerance: 2, distractors: [{ value: 12 }] }
    expect(numberText.read(fields).faults).toMatchObject([
      { code: 'distractor-is-key', path: ['distractors', 0, 'value'] },
    ])
  })
})
