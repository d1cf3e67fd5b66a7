import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'

/**
 * Words that stand in the article twice do not say which sentence proves the key, and lighting both would teach that either will do.
 * The W3C Web Annotation Data Model (2017) asks for more context in such a case; here the author adds it to the quote.
 */
export const evidenceAmbiguous: Rule = {
  id: 'evidence-ambiguous',
  check: (draft) =>
    draft.questions
      .flatMap((question) => question.quotes)
      .flatMap(({ level, path, resolution }) => {
        if (resolution.kind !== 'ambiguous') return []
        const [first, second] = resolution.places
        if (first === undefined || second === undefined) return []
        const params = {
          level,
          count: resolution.places.length,
          firstParagraph: first.paragraph,
          firstSentence: first.sentence,
          secondParagraph: second.paragraph,
          secondSentence: second.sentence,
        }
        return [inQuestions('evidence-ambiguous', 'error', path, params)]
      }),
}
