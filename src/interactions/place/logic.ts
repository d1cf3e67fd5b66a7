import * as v from 'valibot'
import { gradeOf, type Grade } from '#core/grading/grade.ts'
import { offeredOptions } from '#core/interaction/offers.ts'
import { defined, optionChoices, optionSchema } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { shuffled } from '#core/kernel/rng.ts'
import { distanceKm, type GeoPoint } from '#core/map/distance.ts'

const latitudeSchema = v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
const longitudeSchema = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
const pointSchema = v.object({ latitude: latitudeSchema, longitude: longitudeSchema })
const placeSchema = v.object({ ...optionSchema.entries, ...pointSchema.entries })
const bodySchema = v.object({
  places: v.array(placeSchema),
  /** Kilometres from the key that are still right. */
  radius: v.number(),
})
const responseSchema = v.union([v.object({ chosen: v.string() }), pointSchema])

export type OfferedPlace = v.InferOutput<typeof placeSchema>
export type PlaceBody = v.InferOutput<typeof bodySchema>
/** A place of the list by its id, or a point of the map. */
export type PlaceResponse = v.InferOutput<typeof responseSchema>

/** Id of the part that a point beside every place is. */
const NOWHERE = 'point'

export const keyOf = (body: PlaceBody): OfferedPlace | undefined => body.places.find(({ isKey }) => isKey)

/** Where a response lies on the Earth; null for a place that is not in the list. */
export function pointGiven(body: PlaceBody, response: PlaceResponse): GeoPoint | null {
  if (!('chosen' in response)) return response
  return body.places.find(({ id }) => id === response.chosen) ?? null
}

/** The place whose surroundings hold a point: the key before others, else the nearest; null where there is none. */
export function placeNear(body: PlaceBody, point: GeoPoint): OfferedPlace | null {
  const [nearest] = body.places
    .map((place) => ({ place, away: place.isKey ? 0 : distanceKm(place, point) }))
    .filter(({ place }) => distanceKm(place, point) <= body.radius)
    .toSorted((one, other) => one.away - other.away)
  return nearest?.place ?? null
}

function grade(body: PlaceBody, point: GeoPoint): Grade {
  const near = placeNear(body, point)
  if (near?.isKey === true) return gradeOf(1, [{ id: near.id, state: 'right' }])
  const key = keyOf(body)
  return gradeOf(0, [
    defined({
      id: near?.id ?? NOWHERE,
      state: 'wrong' as const,
      misreading: near?.misreading,
      why: near?.why,
    }),
    ...(key === undefined ? [] : [{ id: key.id, state: 'missed' as const }]),
  ])
}

const degrees = (value: number): string => `${value.toFixed(1)}°`

/** A place is pointed at on a map or chosen from a list; right inside the radius. */
export const placeLogic: InteractionLogic<PlaceBody, PlaceResponse> = {
  type: 'place',
  version: 1,
  defaultPoints: 1,
  choosesFrom: 'one',
  bodySchema,
  responseSchema,
  isReady: (body, response) => pointGiven(body, response) !== null,
  grade: (body, response) => grade(body, pointGiven(body, response) ?? { latitude: 0, longitude: 0 }), // ready, so it is a point
  reveal: (body) => ({ chosen: keyOf(body)?.id ?? '' }),
  describe(body, response) {
    const point = pointGiven(body, response)
    if (point === null) return []
    return [placeNear(body, point)?.text ?? `${degrees(point.latitude)}, ${degrees(point.longitude)}`]
  },
  choices: (body) =>
    optionChoices(body.places).map((choice, index) => ({ ...choice, path: ['places', index] })),
  mix: (body, rng) => ({ ...body, places: shuffled(body.places, rng) }),
  offers: (body) => [offeredOptions(body.places)],
}
