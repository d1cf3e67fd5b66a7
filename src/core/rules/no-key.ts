import type { Rule } from './rule.ts'
import { choiceQuestions } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/** A choice without a key can only be answered wrongly. Source: Haladyna, Downing & Rodriguez (2002), guideline 19. */
export const noKey: Rule = {
  id: 'no-key',
  check: (draft, context) =>
    choiceQuestions(draft, context)
      .filter((question) => question.keys.length === 0)
      .map((question) =>
        inQuestions('no-key', 'error', question.listPath, { count: question.choices.length }),
      ),
}
