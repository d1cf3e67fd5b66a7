import { describe, expect, it } from 'vitest'
import { placeLogic, type PlaceResponse } from './logic.ts'
import { samples } from './samples.ts'
import { placeText } from './text.ts'

const sample = samples[0]
if (sample === undefined) throw new Error('Expected a sample')
const { body, context, fields } = sample
const [factory, port] = body.places
const grade = (response: PlaceResponse) => placeLogic.grade(body, response, context)
const words = (response: PlaceResponse) =>
  placeLogic.describe(
    body,
    response,
    (key) => key,
    () => null,
  )
/** So many kilometres north of the port. */
const north = (km: number): PlaceResponse => ({ latitude: 43.115 + km / 111.195, longitude: 131.885 })

describe('a point on the map', () => {
  it('is right up to the radius and wrong beyond it', () => {
    expect(grade(north(149)).verdict).toBe('right')
    expect(grade(north(151)).verdict).toBe('wrong')
  })

  it('is judged by kilometres, not by degrees: near the pole a degree east is short', () => {
    const polar = {
      ...body,
      places: body.places.map((place) => ({ ...place, latitude: place.latitude + 40 })),
    }
    const point = { latitude: 83.115, longitude: 131.885 + 10 }
    expect(placeLogic.grade(polar, point, context).verdict).toBe('right')
    expect(grade({ latitude: 43.115, longitude: 131.885 + 10 }).verdict).toBe('wrong')
  })

  it('near a wrong place fails for the reason of that place, and the key was missed', () => {
    expect(grade({ latitude: 50.2, longitude: 136.5 }).parts).toEqual([
      {
        id: factory?.id,
        state: 'wrong',
        misreading: 'other-question',
        why: 'The tour of the factory was on Friday.',
      },
      { id: port?.id, state: 'missed' },
    ])
  })

  it('is called by the place that it is near to, else by its degrees', () => {
    expect(words(north(10))).toEqual(['Port'])
    expect(words({ latitude: 40, longitude: 135.04 })).toEqual(['40.0°, 135.0°'])
  })
})

it('finds a wrong place inside the radius of the right one', () => {
  const { faults } = placeText.read({ ...fields, radius: 1100 })
  expect(faults).toMatchObject([
    { code: 'distractor-is-key', path: ['places', 0] },
    { code: 'distractor-is-key', path: ['places', 2] },
  ])
})

it('finds two places of one name at the second', () => {
  const places = [
    { text: 'Port', latitude: 1, longitude: 1, key: true },
    { text: 'Port', latitude: 40, longitude: 40 },
  ]
  expect(placeText.read({ places, radius: 10 }).faults).toMatchObject([
    { code: 'duplicate-option', path: ['places', 1, 'text'] },
  ])
})
