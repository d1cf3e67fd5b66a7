import { measureArticle, type Readability } from '#core/lesson/readability.ts'
import type { Rule } from './rule.ts'
import { inArticle } from './support/finding.ts'

/** Below so many words a readability formula says little; both were fitted to passages of 100 words and more. */
const FEWEST_WORDS = 100

const METHOD_NAMES: Readonly<Record<Readability['method'], string>> = {
  'flesch-kincaid': 'Flesch-Kincaid',
  lix: 'LIX',
}

/**
 * Who goes down a level must find an easier text. Each level is measured by the formula of the lesson's language (readability.ts says
 * which) and must come out lower than the next harder one. A formula sees only the length of words and sentences: hence a warning.
 */
export const levelOrder: Rule = {
  id: 'level-order',
  check: ({ articles, lesson }) => {
    const measured = articles.map((article) => ({
      level: article.level,
      text: measureArticle(article, lesson.language),
    }))
    return measured.flatMap((harder, index) => {
      const easier = measured[index - 1]
      if (easier === undefined || !isMeasured(easier.text) || !isMeasured(harder.text)) return []
      if (easier.text.value < harder.text.value) return []
      const params = {
        easier: easier.level,
        harder: harder.level,
        easierGrade: oneDecimal(easier.text.value),
        harderGrade: oneDecimal(harder.text.value),
        method: METHOD_NAMES[harder.text.method],
      }
      return [inArticle(harder.level)('level-order', 'warning', [], params)]
    })
  },
}

const isMeasured = (text: Readability | null): text is Readability =>
  text !== null && text.wordCount >= FEWEST_WORDS
const oneDecimal = (value: number): number => Math.round(value * 10) / 10
