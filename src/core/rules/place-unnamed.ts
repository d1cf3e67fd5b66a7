import { sentencesAt } from '#core/map/place-sentences.ts'
import type { Rule } from './rule.ts'
import { inLesson } from './support/finding.ts'

/** A place leads to the sentences that name it; one that no level names leads nowhere. Silent while an article could not be read. */
export const placeUnnamed: Rule = {
  id: 'place-unnamed',
  check({ articles, lesson }) {
    if (articles.length < lesson.levels.length) return []
    return lesson.places.flatMap((place, index) =>
      articles.some((article) => sentencesAt(place, article).length > 0)
        ? []
        : [inLesson('place-unnamed', 'warning', ['places', index, 'name'], { name: place.name })],
    )
  },
}
