import type { Finding, LessonDraft } from '#core/lesson-text/draft.ts'
import type { Rule } from './rule.ts'
import { inLesson, inQuestions } from './support/finding.ts'

/** Sources and places are named by their ids too, in reports, the timeline and the route. */
const inLessonLists = ({ lesson }: LessonDraft): Finding[] =>
  (['sources', 'places'] as const).flatMap((list) =>
    lesson[list].flatMap(({ id }, index) =>
      lesson[list].findIndex((other) => other.id === id) === index
        ? []
        : [inLesson('duplicate-id', 'error', [list, index, 'id'], { id, variant: 'entry' })],
    ),
  )

/** Attempts, reviews and gradebooks know a question by its id; a second one with the same id would take over the first one's answers. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  check(draft) {
    const firstIndexes = new Map<string, number>()
    const inQuestionList = draft.questions.flatMap(({ index, question }) => {
      const first = firstIndexes.get(question.id)
      if (first === undefined) firstIndexes.set(question.id, index)
      return first === undefined
        ? []
        : [inQuestions('duplicate-id', 'error', [index, 'id'], { id: question.id, first: first + 1 })]
    })
    return [...inLessonLists(draft), ...inQuestionList]
  },
}
