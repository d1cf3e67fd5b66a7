import { describe, expect, it } from 'vitest'
import { stepsShown } from './steps-shown.ts'

describe('the steps of a row', () => {
  it('are all sections as long as these fit', () => {
    expect(stepsShown(0, 0)).toEqual([])
    expect(stepsShown(9, 4)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('are the ends and the neighbours of the current one in a long lesson', () => {
    expect(stepsShown(125, 0)).toEqual([0, 1, 2, 3, 4, 5, 6, null, 124])
    expect(stepsShown(125, 60)).toEqual([0, null, 58, 59, 60, 61, 62, null, 124])
    expect(stepsShown(125, 124)).toEqual([0, null, 118, 119, 120, 121, 122, 123, 124])
    expect(stepsShown(10, 5)).toEqual([0, null, 3, 4, 5, 6, 7, 8, 9])
  })

  it('hold the current one and both its neighbours, in order and each once, wherever it stands', () => {
    for (let count = 1; count <= 40; count++)
      for (let current = 0; current < count; current++) {
        const shown = stepsShown(count, current)
        const steps = shown.filter((step) => step !== null)
        expect(shown).toHaveLength(Math.min(count, 9))
        expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other))
        for (const wanted of [0, current - 1, current, current + 1, count - 1])
          if (wanted >= 0 && wanted < count) expect(steps).toContain(wanted)
        expect(shown.some((step, place) => step === null && shown[place + 1] === null)).toBe(false)
      }
  })
})
