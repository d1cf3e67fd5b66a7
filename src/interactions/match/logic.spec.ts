import { describe, expect, it } from 'vitest'
import { shortHash } from '#core/kernel/hash.ts'
import { matchExchange } from './exchange.ts'
import { matchLogic, offeredRights, type MatchBody } from './logic.ts'
import { matchText } from './text.ts'

const context = { language: 'en', evidence: [] }
const read = (fields: unknown) => matchText.read(fields)
const bodyOf = (fields: unknown): MatchBody => read(fields).body as MatchBody
const body = bodyOf({
  pairs: [
    { left: 'Monday', right: 'rain', why: 'It rained on Monday.' },
    { left: 'Tuesday', right: 'sun' },
  ],
  distractors: [{ right: 'snow', misreading: 'outside', why: 'No snow fell.' }],
})
const partFor = (left: string, right: string) => {
  const pairs = { ...matchLogic.reveal(body, context).pairs, [shortHash(left)]: shortHash(right) }
  return matchLogic.grade(body, { pairs }, context).parts.find((part) => part.id === shortHash(left))
}

describe('why a pair fails', () => {
  it('is the distractor’s why and misreading when a distractor was chosen', () => {
    expect(partFor('Monday', 'snow')).toMatchObject({
      state: 'wrong',
      misreading: 'outside',
      why: 'No snow fell.',
    })
  })
  it('is the pair’s own why when the right of another left was chosen', () => {
    expect(partFor('Monday', 'sun')).toEqual({
      id: shortHash('Monday'),
      state: 'wrong',
      why: 'It rained on Monday.',
    })
  })
  it('is absent when nobody wrote one', () => {
    expect(partFor('Tuesday', 'rain')).toEqual({ id: shortHash('Tuesday'), state: 'wrong' })
  })
})

describe('faults of the text', () => {
  it('names a left that stands twice, at the second', () => {
    const { faults } = read({
      pairs: [
        { left: 'a', right: 'x' },
        { left: 'a', right: 'y' },
      ],
    })
    expect(faults).toMatchObject([
      { code: 'duplicate-left', path: ['pairs', 1, 'left'], params: { text: 'a' } },
    ])
  })
  it('names a distractor that is right for some left', () => {
    const { faults } = read({
      pairs: [
        { left: 'a', right: 'x' },
        { left: 'b', right: 'y' },
      ],
      distractors: [{ right: 'y' }],
    })
    expect(faults).toMatchObject([{ code: 'duplicate-right', path: ['distractors', 0, 'right'] }])
  })
})

it('offers the rights in another order than the lefts', () => {
  expect(offeredRights(body).map((right) => right.id)).not.toEqual(body.rights.map((right) => right.id))
})

it('leaves out and reports a left that a foreign file pairs with nothing', () => {
  const imported = matchExchange.fromNeutral({
    kind: 'match',
    left: ['a', 'b'],
    right: ['x'],
    pairs: [
      [0, 0],
      [1, 7],
    ],
  })
  expect(imported?.body.lefts.map((left) => left.text)).toEqual(['a'])
  expect(imported?.losses).toEqual([{ code: 'unpaired-lost', params: { count: 1 } }])
})
