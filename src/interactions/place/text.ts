import * as v from 'valibot'
import { authoredOptionSchema, readOptions, writeOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { distanceKm } from '#core/map/distance.ts'
import { keyOf, type PlaceBody } from './logic.ts'

const { text, ...judged } = authoredOptionSchema.entries
const fieldsSchema = v.strictObject({
  places: v.pipe(
    v.array(
      v.strictObject({
        text,
        latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
        longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
        ...judged,
      }),
    ),
    v.minLength(2),
  ),
  radius: v.pipe(v.number(), v.minValue(1), v.maxValue(5000)),
})

export const placeText: Pick<InteractionAuthoring<PlaceBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** Two places of one name are a fault at the second; so is a distractor inside the radius, since pointing at it would be right. */
  read(fields) {
    const { places: authored, radius } = v.parse(fieldsSchema, fields)
    const { options, faults } = readOptions(authored)
    const places = authored.flatMap(({ latitude, longitude }, index) => {
      const option = options[index]
      return option === undefined ? [] : [{ ...option, latitude, longitude }]
    })
    const body: PlaceBody = { places, radius }
    const key = keyOf(body)
    const tooNear = places.flatMap((place, index): Fault[] => {
      if (key === undefined || place.isKey || distanceKm(key, place) > radius) return []
      return [{ code: 'distractor-is-key', severity: 'error', path: ['places', index], params: {} }]
    })
    return {
      body,
      faults: [
        ...faults.map(({ path, ...fault }) => ({ ...fault, path: ['places', ...path.slice(1)] })),
        ...tooNear,
      ],
    }
  },
  write(body) {
    const places = writeOptions(body.places).map(({ text: name, ...rest }, index) => {
      const { latitude, longitude } = body.places[index] ?? {}
      return { text: name, latitude, longitude, ...rest }
    })
    return { places, radius: body.radius }
  },
}
