import { MISREADINGS } from '#core/lesson/model.ts'
import type { Rule } from './rule.ts'
import { choicesOf } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/**
 * A distractor is a typical misreading, and naming it makes the profile of a reader and of a class. One that names none is filler.
 * Source: Haladyna, Downing & Rodriguez (2002), guidelines 29 and 30.
 */
export const missingMisreading: Rule = {
  id: 'missing-misreading',
  check: (draft, context) =>
    draft.questions.flatMap((question) =>
      choicesOf(question, context)
        .filter((choice) => !choice.isKey && choice.misreading === undefined)
        .map((choice) => {
          const params = { text: choice.text, known: MISREADINGS.join(', ') }
          return inQuestions('missing-misreading', 'error', [question.index, ...choice.path], params)
        }),
    ),
}
