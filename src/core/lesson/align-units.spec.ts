import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { alignUnits, type Unit, type UnitGroup, type UnitLink } from './align-units.ts'

const unit = (words: string): Unit => ({
  weights: new Map(words.split(' ').map((word) => [word, 1])),
})
const align = (from: string[], to: string[], links: UnitLink[] = []): string[] =>
  alignUnits(from.map(unit), to.map(unit), links).map(shown)
const shown = ({ from, to }: UnitGroup): string => `${from.join('+')}=${to.join('+')}`

describe('two texts of units', () => {
  it('are matched one to one where they tell the same in the same order', () => {
    expect(align(['ship harbour', 'factory engine'], ['ship', 'engine'])).toEqual(['0=0', '1=1'])
  })

  it('have two units matched with the one that tells both', () => {
    expect(align(['ship', 'ballet', 'train'], ['ship ballet', 'train'])).toEqual(['0+1=0', '2=1'])
    expect(align(['ship ballet', 'train'], ['ship', 'ballet', 'train'])).toEqual(['0=0+1', '1=2'])
  })

  it('leave a unit alone that shares nothing with the other text', () => {
    expect(align(['ship', 'weather', 'train'], ['ship', 'train'])).toEqual(['0=0', '1=', '2=1'])
  })

  it('hold linked units together against what their words say', () => {
    const words = ['ship', 'train']
    expect(align(words, words)).toEqual(['0=0', '1=1'])
    expect(align(words, words, [{ from: 0, to: 1 }])).toEqual(['0+1=0+1'])
  })

  it('take crossed links into one group, for groups do not cross', () => {
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ]
    expect(align(['ship', 'train'], ['train', 'ship'], links)).toEqual(['0+1=0+1'])
  })

  it('are matched by order where no word is shared', () => {
    expect(align(['one', 'two'], ['three', 'four'])).toEqual(['0=0', '1=1'])
  })

  it('may be empty', () => {
    expect(align([], [])).toEqual([])
    expect(align(['ship'], [])).toEqual(['0='])
  })

  it('of thousands of units are matched at once, by order', () => {
    const many = Array.from({ length: 5000 }, () => unit('ship'))
    const groups = alignUnits(many, many.slice(0, 2500), [])
    expect(groups).toHaveLength(2500)
    expect(groups[1000]).toEqual({ from: [2000, 2001], to: [1000] })
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'a b', 'c d', 'd'), { maxLength: 7 })
  test.prop([text, text])('have every unit in one group, in order', (from, to) => {
    const groups = alignUnits(from.map(unit), to.map(unit), [])
    expect(groups.flatMap((group) => group.from)).toEqual(from.map((_, index) => index))
    expect(groups.flatMap((group) => group.to)).toEqual(to.map((_, index) => index))
  })

  test.prop([text, text, fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 2 })])(
    'break no link between near units',
    (from, to, pairs) => {
      const links = pairs
        .map(([one, other]) => ({ from: one, to: other }))
        .filter((link) => link.from < from.length && link.to < to.length)
      const groups = alignUnits(from.map(unit), to.map(unit), links)
      for (const link of links)
        expect(groups.find((group) => group.from.includes(link.from))?.to).toContain(link.to)
    },
  )
})
