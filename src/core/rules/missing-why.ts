import type { Rule } from './rule.ts'
import { choicesOf } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/**
 * A reader who chose a distractor is told why it fails: feedback that explains is worth 0.49 standard deviations, a bare verdict 0.05
 * (Van der Kleij, Feskens & Eggen 2015).
 */
export const missingWhy: Rule = {
  id: 'missing-why',
  check: (draft, context) =>
    draft.questions.flatMap((question) =>
      choicesOf(question, context)
        .filter((choice) => !choice.isKey && (choice.why ?? '').trim() === '')
        .map((choice) =>
          inQuestions('missing-why', 'error', [question.index, ...choice.path], { text: choice.text }),
        ),
    ),
}
