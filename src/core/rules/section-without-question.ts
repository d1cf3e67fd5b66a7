import type { Rule } from './rule.ts'
import { inArticle } from './support/finding.ts'

/**
 * Questions stand at the end of each section; one without any is read past. Source: feedback and questions right after the passage
 * work best (Swart et al. 2019). Silent while the lesson has no question at all, which is another fault.
 */
export const sectionWithoutQuestion: Rule = {
  id: 'section-without-question',
  check({ articles, questions }) {
    const [easiest] = articles
    if (easiest === undefined || questions.length === 0) return []
    const asked = new Set(questions.map(({ question }) => question.section))
    return easiest.sections
      .filter((section) => !asked.has(section.id))
      .map(({ id, title }) => {
        return inArticle(easiest.level)('section-without-question', 'warning', ['section', id], {
          section: id,
          title,
        })
      })
  },
}
