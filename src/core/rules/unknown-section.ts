import type { Rule } from './rule.ts'
import { inLesson, inQuestions } from './support/finding.ts'
import { nearestFirst } from './support/nearest.ts'

/** A question of a section that no article has would never be asked, and a day leads there. Silent while no article could be read. */
export const unknownSection: Rule = {
  id: 'unknown-section',
  check({ articles, lesson, questions }) {
    const known = [
      ...new Set(articles.flatMap((article) => article.sections.map((section): string => section.id))),
    ]
    if (known.length === 0) return []
    const paramsOf = (section: string) => ({
      section,
      nearest: nearestFirst(section, known)[0] ?? '',
      known: known.join(', '),
    })
    const days = lesson.timeline.flatMap(({ section }, index) => {
      if (section === undefined || known.includes(section)) return []
      return [inLesson('unknown-section', 'error', ['timeline', index, 'section'], paramsOf(section))]
    })
    const asked = questions.flatMap(({ index, question: { section } }) =>
      known.includes(section)
        ? []
        : [inQuestions('unknown-section', 'error', [index, 'section'], paramsOf(section))],
    )
    return [...days, ...asked]
  },
}
