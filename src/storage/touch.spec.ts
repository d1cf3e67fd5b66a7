import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { touchesAmong, type Touched } from './touch.ts'

const at = (updatedAtMs: number) => ({ updatedAtMs })
const time = fc.integer({ min: 0, max: 20 })
const here = fc.uniqueArray(fc.record({ touched: fc.integer({ min: 1, max: 40 }), updatedAtMs: time }), {
  selector: ({ touched }) => touched,
  maxLength: 12,
})

/** What was touched last here until a time, looked for in the plain way. */
const lastUntil = (known: readonly Touched[], ms: number): number =>
  Math.max(0, ...known.filter(({ updatedAtMs }) => updatedAtMs <= ms).map(({ touched }) => touched))

describe('the touches of attempts that come without one', () => {
  it('come behind what was touched here before their time and before what was touched next', () => {
    const known = [
      { touched: 3, updatedAtMs: 100 },
      { touched: 7, updatedAtMs: 200 },
    ]
    expect(touchesAmong(known, [at(50), at(150), at(250), at(250)])).toEqual([1.5, 5, 8, 9])
  })

  it('lie each between its two neighbours, and stay in the order in which they came', () => {
    fc.assert(
      fc.property(here, fc.array(time.map(at), { maxLength: 12 }), (known, coming) => {
        const touches = touchesAmong(known, coming)
        for (const [index, touch] of touches.entries()) {
          const last = lastUntil(known, coming[index]?.updatedAtMs ?? 0)
          const next = Math.min(...known.map(({ touched }) => touched).filter((touched) => touched > last))
          expect(touch).toBeGreaterThan(last)
          expect(touch).toBeLessThan(next)
          const before = touches.slice(0, index).filter((earlier) => earlier > last && earlier < next)
          expect(Math.max(last, ...before)).toBeLessThan(touch)
        }
      }),
    )
  })

  it('are looked for in time that grows with how many there are, not with its square', () => {
    let looks = 0
    const known = Array.from({ length: 1000 }, (_, index) => ({
      touched: index + 1,
      get updatedAtMs() {
        looks += 1
        return index
      },
    }))
    touchesAmong(
      known,
      known.map((_, index) => at(index)),
    )
    expect(looks).toBeLessThan(50_000)
  })
})
