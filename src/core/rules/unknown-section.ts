import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'
import { nearestFirst } from './support/nearest.ts'

/** A question of a section that no article has would never be asked. Silent while no article could be read. */
export const unknownSection: Rule = {
  id: 'unknown-section',
  check(draft) {
    const known = [
      ...new Set(draft.articles.flatMap((article) => article.sections.map((section): string => section.id))),
    ]
    if (known.length === 0) return []
    return draft.questions
      .filter(({ question }) => !known.includes(question.section))
      .map(({ index, question: { section } }) => {
        const params = { section, nearest: nearestFirst(section, known)[0] ?? '', known: known.join(', ') }
        return inQuestions('unknown-section', 'error', [index, 'section'], params)
      })
  },
}
