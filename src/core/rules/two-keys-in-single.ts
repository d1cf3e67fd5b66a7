import type { Rule } from './rule.ts'
import { choiceQuestions, choiceTextPath } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/**
 * Where one option is chosen, one is the key: with two, a right reader is marked wrong by chance.
 * Source: Haladyna, Downing & Rodriguez (2002), guideline 19.
 */
export const twoKeysInSingle: Rule = {
  id: 'two-keys-in-single',
  check: (draft, context) =>
    choiceQuestions(draft, context).flatMap(({ draft: question, choosesFrom, keys }) => {
      const [first, second] = keys
      if (choosesFrom !== 'one' || first === undefined || second === undefined) return []
      const params = { first: first.text, second: second.text }
      return [inQuestions('two-keys-in-single', 'error', choiceTextPath(question, second), params)]
    }),
}
