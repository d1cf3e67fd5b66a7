import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'

/** Attempts, reviews and gradebooks know a question by its id; a second one with the same id would take over the first one's answers. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  check(draft) {
    const firstIndexes = new Map<string, number>()
    return draft.questions.flatMap(({ index, question }) => {
      const first = firstIndexes.get(question.id)
      if (first === undefined) firstIndexes.set(question.id, index)
      return first === undefined
        ? []
        : [inQuestions('duplicate-id', 'error', [index, 'id'], { id: question.id, first: first + 1 })]
    })
  },
}
