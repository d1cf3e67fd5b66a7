import type { Lesson, Place, TimelineEntry } from '#core/lesson/model.ts'

/** A place with the numbers of the stops that a journey makes there, from 1; none beside the journey. */
export interface MapPlace {
  readonly place: Place
  readonly stops: readonly number[]
}

/** Every place once: those of the journey in the order of their first stop, then the others as their author has them. */
export function placesInOrder({ places, route = [] }: Pick<Lesson, 'places' | 'route'>): MapPlace[] {
  const all = places.map((place) => ({
    place,
    stops: route.flatMap((id, index) => (id === place.id ? [index + 1] : [])),
  }))
  const first = ({ stops }: MapPlace): number => stops[0] ?? Infinity
  return all.toSorted((one, other) => (first(one) === first(other) ? 0 : first(one) - first(other)))
}

/** The stops of a journey, in order; empty where nobody travelled. */
export const stopsOf = ({ places, route = [] }: Pick<Lesson, 'places' | 'route'>): Place[] =>
  route.flatMap((id) => places.find((place) => place.id === id) ?? [])

/** What happened, by its date; what is known less exactly stands before what is known better. */
export const daysInOrder = (timeline: readonly TimelineEntry[]): TimelineEntry[] =>
  timeline.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
