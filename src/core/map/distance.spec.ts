import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { distanceKm } from './distance.ts'

const moscow = { latitude: 55.756, longitude: 37.617 }
const vladivostok = { latitude: 43.115, longitude: 131.885 }
const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the distance of two points', () => {
  it('is what an atlas says, within half a percent', () => {
    expect(distanceKm(moscow, vladivostok)).toBeGreaterThan(6420 * 0.995)
    expect(distanceKm(moscow, vladivostok)).toBeLessThan(6420 * 1.005)
  })

  it('goes the short way over the date line', () => {
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
      111.2,
      0,
    )
  })

  test.prop([point, point])(
    'is a number, the same both ways, and never more than half the Earth',
    (one, other) => {
      expect(distanceKm(one, other)).toBeCloseTo(distanceKm(other, one), 6)
      expect(distanceKm(one, other)).toBeGreaterThanOrEqual(0)
      expect(distanceKm(one, other)).toBeLessThanOrEqual(20_016)
    },
  )
})
