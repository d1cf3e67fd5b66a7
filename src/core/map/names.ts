import type { WorldDrawing } from './draw.ts'
import type { LabelWish } from './labels.ts'
import type { MapPlace } from './route.ts'
import { pointOf, type MapPoint, type MapView } from './view.ts'

/** Width of a text in pixels at a size of letters; who has a screen knows it. */
type Measure = (text: string, size: number) => number

/** Sizes of letters, in pixels. */
export const PLACE_SIZE = 14
export const COUNTRY_SIZE = 12
const LINE = 1.3

/** A country's name fills no more than this part of what is seen of the country. */
const COUNTRY_SHARE = 0.25

/** What is written at a place: the numbers of its stops and its name. */
export const placeText = ({ place, stops }: MapPlace): string =>
  stops.length === 0 ? place.name : `${stops.join(', ')} · ${place.name}`

/** Whether a place lies inside the frame. */
export function isInSight(view: MapView, { place }: MapPlace): boolean {
  const [x, y] = pointOf(view, place) ?? [-1, -1]
  return x >= 0 && y >= 0 && x <= view.frame.width && y <= view.frame.height
}

/** The name of a place, wanted beside its dot. */
export const nameWish = (id: string, text: string, point: MapPoint, measure: Measure): LabelWish => ({
  id,
  point,
  width: measure(text, PLACE_SIZE) + 6,
  height: PLACE_SIZE * LINE,
  stands: 'beside',
})

/** Names of the places in sight, the chosen one first. */
export const placeWishes = (
  places: readonly MapPlace[],
  view: MapView,
  { chosen, measure }: { readonly chosen: string | null; readonly measure: Measure },
): LabelWish[] =>
  places
    .filter((entry) => isInSight(view, entry))
    .toSorted((one, other) => Number(other.place.id === chosen) - Number(one.place.id === chosen))
    .map((entry) => nameWish(entry.place.id, placeText(entry), pointOf(view, entry.place) ?? [0, 0], measure))

/** Names of the countries that have room for theirs, by their codes. */
export const countryWishes = (
  drawing: WorldDrawing | null,
  nameOf: (code: string) => string,
  measure: Measure,
): LabelWish[] =>
  (drawing?.countries ?? []).flatMap(({ code, point, area }): LabelWish[] => {
    const width = measure(nameOf(code), COUNTRY_SIZE) + 4
    const height = COUNTRY_SIZE * LINE
    return width * height > area * COUNTRY_SHARE ? [] : [{ id: code, point, width, height, stands: 'upon' }]
  })
