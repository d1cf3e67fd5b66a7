import { describe, expect, it } from 'vitest'
import { shortHash } from '#core/kernel/hash.ts'
import { categoriseExchange } from './exchange.ts'
import { categoriseLogic, type CategoriseBody } from './logic.ts'
import { categoriseText } from './text.ts'

const cards = [
  { text: 'plane', category: 'Air', why: 'It flies.' },
  { text: 'ship', category: 'Sea' },
]
const bodyOf = (fields: unknown): CategoriseBody => categoriseText.read(fields).body as CategoriseBody

describe('faults of the text', () => {
  it('names a category that is not in the list, at the card', () => {
    const { faults } = categoriseText.read({ categories: ['Air', 'Land'], cards })
    expect(faults).toMatchObject([
      { code: 'unknown-category', path: ['cards', 1, 'category'], params: { category: 'Sea' } },
    ])
  })
  it('names categories and cards that stand twice, at the second', () => {
    const { faults } = categoriseText.read({
      categories: ['Air', 'Sea', 'Air'],
      cards: [...cards, { text: 'plane', category: 'Sea' }],
    })
    expect(faults.map((fault) => [fault.code, ...fault.path])).toEqual([
      ['duplicate-category', 'categories', 2],
      ['duplicate-card', 'cards', 2, 'text'],
    ])
  })
})

it('tells why a card is in the wrong group', () => {
  const body = bodyOf({ categories: ['Air', 'Sea'], cards })
  const response = {
    cards: { [shortHash('plane')]: shortHash('Sea'), [shortHash('ship')]: shortHash('Sea') },
  }
  expect(categoriseLogic.grade(body, response, { language: 'en', evidence: [] }).parts).toEqual([
    { id: shortHash('plane'), state: 'wrong', why: 'It flies.' },
    { id: shortHash('ship'), state: 'right' },
  ])
})

it('keeps an empty category through the match shape', () => {
  const body = bodyOf({
    categories: ['Air', 'Land', 'Sea'],
    cards: cards.map(({ text, category }) => ({ text, category })),
  })
  expect(categoriseExchange.fromNeutral(categoriseExchange.toNeutral(body).shape)?.body).toEqual(body)
})
