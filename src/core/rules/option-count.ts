import type { Rule } from './rule.ts'
import { writtenChoiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

const FEWEST = 3
const MOST = 4

/**
 * Three options serve as well as four or five, for the further distractors are hardly ever chosen; two are half guessed.
 * Source: Rodriguez (2005), a meta-analysis of 80 years of studies. A fourth is allowed, for it may be a real misreading.
 */
export const optionCount: Rule = {
  id: 'option-count',
  check: (draft, context) =>
    writtenChoiceQuestions(draft, context)
      .filter(
        ({ choosesFrom, choices }) =>
          choosesFrom === 'one' && (choices.length < FEWEST || choices.length > MOST),
      )
      .map(({ listPath, choices }) =>
        inQuestions('option-count', 'warning', listPath, { count: choices.length }),
      ),
}
