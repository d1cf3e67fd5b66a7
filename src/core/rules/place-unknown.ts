import type { Rule } from './rule.ts'
import { inLesson } from './support/finding.ts'
import { nearestFirst } from './support/nearest.ts'

/** An entry of the timeline that names a place points into the map, so the place must be one of the lesson's. */
export const placeUnknown: Rule = {
  id: 'place-unknown',
  check({ lesson }) {
    const known = lesson.places.map((place) => place.id)
    return lesson.timeline.flatMap(({ place }, index) => {
      if (place === undefined || known.includes(place)) return []
      const params = { place, known: nearestFirst(place, known).slice(0, 5).join(', ') || '…' }
      return [inLesson('place-unknown', 'error', ['timeline', index, 'place'], params)]
    })
  },
}
