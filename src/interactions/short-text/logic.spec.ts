import { describe, expect, it } from 'vitest'
import { shortTextLogic, type ShortTextBody } from './logic.ts'
import { shortTextText } from './text.ts'

const body: ShortTextBody = {
  answers: ['Sergei Shoigu', 'Shoigu'],
  as: 'text',
  distractors: [{ text: 'Sergei Lavrov', misreading: 'other-question', why: 'He came another day.' }],
}
const grade = (text: string) => shortTextLogic.grade(body, { text }, { language: 'en', evidence: [] })

describe('a typed answer', () => {
  it('is right when it is any of the variants', () => {
    expect(grade('shoigu')).toMatchObject({ verdict: 'right', parts: [{ id: 'answer', state: 'right' }] })
  })

  it('gets misreading and why of the expected wrong answer that it is, slips forgiven', () => {
    expect(grade('sergej lavrov').parts).toEqual([
      { id: 'answer', state: 'wrong', misreading: 'other-question', why: 'He came another day.' },
    ])
  })

  it('is wrong without a reason when nobody expected it', () => {
    expect(grade('nobody')).toEqual({ score: 0, verdict: 'wrong', parts: [{ id: 'answer', state: 'wrong' }] })
  })

  it('takes figures of YAML as they are written', () => {
    expect(shortTextText.read({ answers: [1945] }).body?.answers).toEqual(['1945'])
  })

  it('refuses an expected wrong answer that is right', () => {
    const fields = { answers: ['16 September 2023'], as: 'date', distractors: [{ text: '2023-09-16' }] }
    expect(shortTextText.read(fields).faults).toMatchObject([
      { code: 'distractor-is-key', path: ['distractors', 0, 'text'] },
    ])
  })
})
