import type { Rule } from './rule.ts'
import { inLesson } from './support/finding.ts'
import { nearestFirst } from './support/nearest.ts'

/** The timeline and the route name places of the map, so each must be one of the lesson's. */
export const placeUnknown: Rule = {
  id: 'place-unknown',
  check({ lesson }) {
    const known = lesson.places.map((place) => place.id)
    const named = [
      ...(lesson.route ?? []).map((place, index) => ({ place, path: ['route', index] })),
      ...lesson.timeline.map(({ place }, index) => ({ place, path: ['timeline', index, 'place'] })),
    ]
    return named.flatMap(({ place, path }) => {
      if (place === undefined || known.includes(place)) return []
      const params = { place, known: nearestFirst(place, known).slice(0, 5).join(', ') || '…' }
      return [inLesson('place-unknown', 'error', path, params)]
    })
  },
}
