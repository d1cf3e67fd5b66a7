import { describe, expect, it } from 'vitest'
import { multipleLogic, type MultipleBody } from './logic.ts'

const body: MultipleBody = {
  options: ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({ id, text: id, isKey: index < 3 })),
}
const grade = (...chosen: string[]) => multipleLogic.grade(body, { chosen }, { language: 'en', evidence: [] })

describe('choosing every one that applies', () => {
  it.each([
    ['one of three keys', ['a'], 1 / 3],
    ['two keys and one distractor', ['a', 'b', 'd'], 1 / 3],
    ['every option', ['a', 'b', 'c', 'd', 'e'], 1 / 3],
    ['one key and two distractors', ['a', 'd', 'e'], 0],
    ['the same key twice', ['a', 'a'], 1 / 3],
    ['all keys and an option of another version', ['a', 'b', 'c', 'gone'], 1],
  ])('takes wrong from right for %s', (_, chosen, score) => {
    expect(grade(...chosen).score).toBeCloseTo(score)
  })

  it('says of each option what became of it', () => {
    expect(grade('a', 'd').parts).toEqual([
      { id: 'a', state: 'right' },
      { id: 'b', state: 'missed' },
      { id: 'c', state: 'missed' },
      { id: 'd', state: 'wrong' },
    ])
  })
})
