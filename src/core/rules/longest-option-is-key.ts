import type { Rule } from './rule.ts'
import { choiceTextPath, writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/** How much longer than the next option a key is when a reader sees it at a glance: as a share, and at least so many characters. */
const LONGER_BY_SHARE = 0.2
const LONGER_BY_CHARACTERS = 8

/**
 * Authors make the key precise and thereby long; test-wise readers pick the longest option without having read.
 * Source: Haladyna, Downing & Rodriguez (2002), guideline 24. The two thresholds are ours: short options differ by chance.
 */
export const longestOptionIsKey: Rule = {
  id: 'longest-option-is-key',
  check: (draft, context) =>
    writtenChoiceQuestions(draft, context).flatMap(({ draft: question, choosesFrom, choices, keys }) => {
      const [key] = keys
      if (choosesFrom !== 'one' || key === undefined || keys.length > 1 || choices.length < 2) return []
      const length = lengthOf(key.text)
      const next = Math.max(
        ...choices.filter((choice) => choice !== key).map((choice) => lengthOf(choice.text)),
      )
      if (length < next + LONGER_BY_CHARACTERS || length <= next * (1 + LONGER_BY_SHARE)) return []
      return [
        inQuestions('longest-option-is-key', 'warning', choiceTextPath(question, key), { length, next }),
      ]
    }),
}

/** In characters (code points). */
const lengthOf = (text: string): number => [...text.trim()].length
