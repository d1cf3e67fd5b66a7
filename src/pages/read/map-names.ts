import type { MapPlace } from '#core/map/route.ts'
import type { LabelWish } from '#core/map/labels.ts'
import { pointOf, type MapView } from '#core/map/view.ts'
import type { WorldDrawing } from '#core/map/draw.ts'

/** Width of a text in pixels, as the map's letters have it. */
export type Measure = (text: string, size: number) => number

export const PLACE_SIZE = 14
export const COUNTRY_SIZE = 12
const LINE = 1.3

/** A country's name fills no more than this part of what is seen of the country. */
const COUNTRY_SHARE = 0.25

/** What is written at a place: the numbers of its stops and its name. */
export const placeText = ({ place, stops }: MapPlace): string =>
  stops.length === 0 ? place.name : `${stops.join(', ')} · ${place.name}`

/** Whether a place lies inside the frame, clear of its edge. */
export function isInSight(view: MapView, { place }: MapPlace): boolean {
  const [x, y] = pointOf(view, place) ?? [-1, -1]
  return x >= 0 && y >= 0 && x <= view.frame.width && y <= view.frame.height
}

/** The names of the places in sight, the chosen one first; then those of countries that have room for theirs. */
export function nameWishes(
  places: readonly MapPlace[],
  view: MapView,
  {
    drawing,
    measure,
    chosen,
    countryName,
  }: {
    readonly drawing: WorldDrawing | null
    readonly measure: Measure
    readonly chosen: string | null
    readonly countryName: (code: string) => string
  },
): LabelWish[] {
  const own = places
    .filter((entry) => isInSight(view, entry))
    .toSorted((one, other) => Number(other.place.id === chosen) - Number(one.place.id === chosen))
    .map((entry): LabelWish => ({
      id: entry.place.id,
      point: pointOf(view, entry.place) ?? [0, 0],
      width: measure(placeText(entry), PLACE_SIZE) + 6,
      height: PLACE_SIZE * LINE,
      stands: 'beside',
    }))
  const countries = (drawing?.countries ?? []).flatMap(({ code, point, area }): LabelWish[] => {
    const width = measure(countryName(code), COUNTRY_SIZE) + 4
    const height = COUNTRY_SIZE * LINE
    return width * height > area * COUNTRY_SHARE
      ? []
      : [{ id: `country ${code}`, point, width, height, stands: 'upon' }]
  })
  return [...own, ...countries]
}
