import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { distanceKm, type GeoPoint } from './distance.ts'
import { drawRoute, drawWorld } from './draw.ts'
import { fitView, middleOfView, placeAt, pointOf, zoomView } from './view.ts'
import { packLine, unpackWorld } from './world.ts'

const frame = { width: 600, height: 400, margin: 40 }
const vladivostok = { latitude: 43.115, longitude: 131.885 }
const vostochny = { latitude: 51.884, longitude: 128.334 }
const moscow = { latitude: 55.756, longitude: 37.617 }
const point = fc.record({
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('a view of places', () => {
  test.prop([fc.array(point, { minLength: 1, maxLength: 8 })])(
    'holds all of them inside its margin, wherever on the Earth they lie',
    (places) => {
      const view = fitView(places, frame)
      for (const place of places) {
        const [x, y] = pointOf(view, place) ?? [Number.NaN, Number.NaN]
        expect(x).toBeGreaterThanOrEqual(39)
        expect(x).toBeLessThanOrEqual(561)
        expect(y).toBeGreaterThanOrEqual(39)
        expect(y).toBeLessThanOrEqual(361)
      }
    },
  )

  test.prop([point])('of one place has it in the middle, with its surroundings', (place) => {
    const view = fitView([place], frame)
    const [x, y] = pointOf(view, place) ?? [0, 0]
    expect([Math.round(x), Math.round(y)]).toEqual([300, 200])
    const above = placeAt(view, [300, 40])
    expect(above && distanceKm(above, place)).toBeCloseTo(300, -1)
  })

  it('has north up and east right', () => {
    const view = fitView([vladivostok, vostochny, moscow], frame)
    const [[eastX, southY] = [0, 0], [, northY] = [0, 0], [westX] = [0, 0]] = [
      vladivostok,
      vostochny,
      moscow,
    ].map((place) => pointOf(view, place) ?? [0, 0])
    expect(northY).toBeLessThan(southY)
    expect(westX).toBeLessThan(eastX)
  })

  test.prop([fc.array(point, { minLength: 1, maxLength: 4 }), point])(
    'finds the place of a point that it shows',
    (places, other) => {
      const view = fitView(places, frame)
      const at = pointOf(view, other)
      // Far outside of the frame, where nothing is drawn, a step of a pixel is a step of many kilometres.
      const isShown =
        at !== null &&
        at.every((part, axis) => part >= 0 && part <= (axis === 0 ? frame.width : frame.height))
      const back: GeoPoint | null = isShown ? placeAt(view, at) : null
      if (back !== null) expect(distanceKm(back, other)).toBeLessThan(5)
    },
  )

  it('keeps a place in the middle when it is enlarged, and others move away from it', () => {
    const view = fitView([vladivostok, vostochny], frame)
    const near = zoomView(view, 2, vladivostok)
    expect(pointOf(near, vladivostok)?.map(Math.round)).toEqual([300, 200])
    expect(distanceKm(middleOfView(near), vladivostok)).toBeLessThan(1)
    const away = (of: typeof view): number => {
      const [[x, y] = [0, 0], [otherX, otherY] = [0, 0]] = [vladivostok, vostochny].map(
        (place) => pointOf(of, place) ?? [0, 0],
      )
      return Math.hypot(otherX - x, otherY - y)
    }
    expect(away(near)).toBeCloseTo(2 * away(view), 0)
  })
})

describe('a drawing', () => {
  // Two countries of 10 by 20 degrees beside one another.
  const lines = [
    [
      [0, 0],
      [0, 20],
      [10, 20],
    ],
    [
      [10, 20],
      [10, 0],
    ],
    [
      [10, 0],
      [0, 0],
    ],
    [
      [10, 20],
      [20, 20],
      [20, 0],
      [10, 0],
    ],
  ].map((line) => packLine(line as [number, number][]))
  const world = unpackWorld({
    lines: lines.join(' '),
    countries: [
      ['AA', [[[0, 1, 2]]]],
      ['BB', [[[3, -2]]]],
    ],
  })

  it('packs lines and unpacks them, pieces that run the other way too', () => {
    expect(world.countries.map(({ shape }) => shape.coordinates)).toEqual([
      [
        [
          [
            [0, 0],
            [0, 20],
            [10, 20],
            [10, 0],
            [0, 0],
          ],
        ],
      ],
      [
        [
          [
            [10, 20],
            [20, 20],
            [20, 0],
            [10, 0],
            [10, 20],
          ],
        ],
      ],
    ])
    expect(world.borders.coordinates).toEqual([
      [
        [10, 20],
        [10, 0],
      ],
    ])
  })

  it('has land, borders and the countries in sight', () => {
    const view = fitView(
      [
        { latitude: 10, longitude: 10 },
        { latitude: 2, longitude: 18 },
      ],
      frame,
    )
    const drawing = drawWorld(world, view)
    expect(drawing.land).toMatch(/^M.*Z$/)
    expect(drawing.borders).toMatch(/^M/)
    expect(drawing.countries.map(({ code }) => code).sort()).toEqual(['AA', 'BB'])
  })

  it('draws a journey from stop to stop', () => {
    expect(drawRoute([vladivostok, vostochny], fitView([vladivostok, vostochny], frame))).toMatch(/^M.*L/)
  })
})
