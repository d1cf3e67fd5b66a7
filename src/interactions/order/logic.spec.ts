import { describe, expect, it } from 'vitest'
import { orderLogic, startOrder } from './logic.ts'
import { orderBody } from './text.ts'

const body = orderBody(['a', 'b', 'c', 'd'])
const scoreOf = (letters: string): number => {
  const order = [...letters].flatMap((letter) => body.items.find((item) => item.text === letter)?.id ?? [])
  return orderLogic.grade(body, { order }, { language: 'en', evidence: [] }).score
}

describe('the score of an order', () => {
  it.each([
    ['abcd', 1],
    ['dcba', 0],
    ['bacd', 2 / 3],
    ['bcda', 2 / 3],
    ['badc', 1 / 3],
    ['cdab', 2 / 3],
  ])('%s earns %f: the share of the key’s neighbours that stand in order', (letters, score) => {
    expect(scoreOf(letters)).toBeCloseTo(score)
  })

  it('marks as right what stands at its own place', () => {
    const order = ['b', 'a', 'c', 'd'].map(
      (letter) => body.items.find((item) => item.text === letter)?.id ?? '',
    )
    const { parts } = orderLogic.grade(body, { order }, { language: 'en', evidence: [] })
    expect(parts.map((part) => part.state)).toEqual(['wrong', 'wrong', 'right', 'right'])
  })
})

describe('the order that is shown at first', () => {
  it.each([2, 3, 4, 5, 6, 7])('is never the key and always the same, for %i items', (count) => {
    for (let variant = 0; variant < 200; variant++) {
      const items = orderBody(Array.from({ length: count }, (_, index) => `event ${variant}-${index}`))
      const key = items.items.map((item) => item.id)
      expect(startOrder(items)).not.toEqual(key)
      expect([...startOrder(items)].sort()).toEqual([...key].sort())
      expect(startOrder(items)).toEqual(startOrder(items))
    }
  })
})

it('is not ready while an item is missing, doubled or foreign', () => {
  const [a = '', b = '', c = '', d = ''] = body.items.map((item) => item.id)
  for (const order of [[], [a, b, c], [a, b, c, c], [a, b, c, d, d], [a, b, c, 'foreign']]) {
    expect(orderLogic.isReady(body, { order })).toBe(false)
  }
  expect(orderLogic.isReady(body, { order: [d, c, b, a] })).toBe(true)
})
