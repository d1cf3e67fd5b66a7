import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { placeLabels, type LabelWish, type PlacedLabel } from './labels.ts'

const frame = { width: 600, height: 400 }
const wish = (parts: Partial<LabelWish> = {}): LabelWish => ({
  id: 'one',
  point: [300, 200],
  width: 80,
  height: 20,
  stands: 'beside',
  ...parts,
})
const boxOf = ({ width, height }: LabelWish, { x, y }: PlacedLabel) => [x, y, x + width, y + height] as const

const wishes = fc
  .array(
    fc.record({
      point: fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 400 })),
      width: fc.integer({ min: 10, max: 200 }),
      height: fc.integer({ min: 10, max: 40 }),
      stands: fc.constantFrom('beside' as const, 'upon' as const),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((parts, index): LabelWish => ({ id: String(index), ...parts })))

describe('names on a map', () => {
  it('stand right of their dot where there is room', () => {
    expect(placeLabels([wish()], frame)).toEqual([{ id: 'one', x: 307, y: 190, leader: null }])
  })

  it('stand left of it at the right edge', () => {
    expect(placeLabels([wish({ point: [590, 200] })], frame)[0]?.x).toBe(590 - 7 - 80)
  })

  it('have room where places lie together, at the end of a line if need be', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
      wish({ id, point: [300 + index, 200], width: 150 }),
    )
    const placed = placeLabels(crowd, frame)
    expect(placed).toHaveLength(5)
    expect(placed.some(({ leader }) => leader !== null)).toBe(true)
  })

  it('keep off a line that would run through them, where there is room elsewhere', () => {
    const path = [
      [300, 200],
      [600, 200],
    ] as const
    expect(placeLabels([wish()], frame, path)[0]).toMatchObject({ x: 300 - 7 - 80, y: 190 })
  })

  it('lie on the line rather than nowhere', () => {
    const narrow = { width: 100, height: 30 }
    const placed = placeLabels([wish({ point: [8, 15] })], narrow, [
      [0, 0],
      [100, 30],
    ])
    expect(placed).toHaveLength(1)
  })

  test.prop([wishes])('never touch one another or a dot, and never leave the frame', (all) => {
    const placed = placeLabels(all, frame)
    const boxes = placed.map((label) => boxOf(all[Number(label.id)] as LabelWish, label))
    const dots = all
      .filter(({ stands }) => stands === 'beside')
      .map(({ point: [x, y] }) => [x - 5, y - 5, x + 5, y + 5] as const)
    for (const [index, [left, top, right, bottom]] of boxes.entries()) {
      expect(left >= 0 && top >= 0 && right <= 600 && bottom <= 400).toBe(true)
      const others = [...boxes.filter((_, at) => at !== index), ...dots]
      expect(others.filter(([l, t, r, b]) => left < r && l < right && top < b && t < bottom)).toEqual([])
    }
  })
})
