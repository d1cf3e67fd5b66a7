import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bandAround, linesOf, nearestLine } from './line-band.ts'

const line = (top: number, bottom: number) => ({ top, bottom })
/** Five lines of 20 pixels, 30 apart. */
const five = [0, 30, 60, 90, 120].map((top) => line(top, top + 20))

describe('lines', () => {
  it('are made of the boxes of words that stand on them, in whatever order', () => {
    expect(linesOf([line(30, 50), line(0, 20), line(2, 18), line(31, 49)])).toEqual([
      line(0, 20),
      line(30, 50),
    ])
  })

  it('hold the raised figure of a proof', () => {
    expect(linesOf([line(0, 20), line(-4, 9), line(30, 50), line(26, 39)])).toHaveLength(2)
  })

  it('are told apart where they stand so close that their boxes overlap', () => {
    expect(linesOf([line(0, 24), line(20, 44), line(40, 64)])).toHaveLength(3)
  })

  it('are none without boxes, or with empty ones', () => {
    expect(linesOf([line(5, 5)])).toEqual([])
  })
})

describe('the nearest line', () => {
  it.each([
    ['above the first', -500, 0],
    ['on a line', 65, 2],
    ['between two, nearer to the second', 57, 2],
    ['below the last', 900, 4],
  ])('%s', (_, y, index) => {
    expect(nearestLine(five, y)).toBe(index)
  })

  it('is none where there are no lines', () => {
    expect(nearestLine([], 10)).toBe(-1)
    expect(bandAround([], -1)).toBeNull()
  })
})

describe('the band', () => {
  it('is a line with one on each side', () => {
    expect(bandAround(five, 2)).toEqual(line(30, 110))
  })
  it('is shorter at both ends of the text', () => {
    expect(bandAround(five, 0)).toEqual(line(0, 50))
    expect(bandAround(five, 4)).toEqual(line(90, 140))
  })
})

const boxes = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 60 }))
    .map(([top, height]) => line(top, top + height)),
)
test.prop([boxes, fc.integer({ min: -100, max: 2100 })])(
  'the band is in the text, whatever is asked',
  (given, y) => {
    const lines = linesOf(given)
    const band = bandAround(lines, nearestLine(lines, y))
    if (given.length === 0) expect(band).toBeNull()
    else {
      expect(band?.top).toBeGreaterThanOrEqual(Math.min(...given.map(({ top }) => top)))
      expect(band?.bottom).toBeLessThanOrEqual(Math.max(...given.map(({ bottom }) => bottom)))
    }
  },
)
