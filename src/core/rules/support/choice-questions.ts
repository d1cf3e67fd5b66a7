import type { Choice, SealedLogic } from '#core/interaction/spec.ts'
import type { DocPath } from '#core/kernel/diagnostic.ts'
import type { LessonDraft, QuestionDraft } from '#core/lesson-text/draft.ts'
import type { RuleContext } from '../rule.ts'

/** A question whose reader picks from choices, with its paths from the root of questions.yaml. */
export interface ChoiceQuestion {
  readonly draft: QuestionDraft
  readonly choices: readonly Choice[]
  readonly choosesFrom: 'one' | 'any'
  readonly hasFixedChoices: boolean
  readonly keys: readonly Choice[]
  /** Where the list of choices stands. */
  readonly listPath: DocPath
}

/** The choices of one question; empty when its type is unknown or its body is not that type's. */
export function choicesOf(draft: QuestionDraft, context: RuleContext): readonly Choice[] {
  const logic = logicOf(draft, context)
  return logic?.isValidBody(draft.question.body) === true ? logic.choices(draft.question.body) : []
}

/** The questions whose choices are the whole set of answers, keys among them; whatever their type. */
export function choiceQuestions(draft: LessonDraft, context: RuleContext): readonly ChoiceQuestion[] {
  return draft.questions.flatMap((question) => {
    const choices = choicesOf(question, context)
    const logic = logicOf(question, context)
    const [first] = choices
    if (first === undefined || logic === undefined || logic.choosesFrom === null) return []
    const { choosesFrom, hasFixedChoices } = logic
    const keys = choices.filter((choice) => choice.isKey)
    return [
      {
        draft: question,
        choices,
        choosesFrom,
        hasFixedChoices,
        keys,
        listPath: [question.index, ...first.path.slice(0, -1)],
      },
    ]
  })
}

/** Those of them whose choices are worded by the lesson's author, not by the type. */
export const writtenChoiceQuestions = (draft: LessonDraft, context: RuleContext): readonly ChoiceQuestion[] =>
  choiceQuestions(draft, context).filter((question) => !question.hasFixedChoices)

/** Where a choice's words stand in questions.yaml. */
export const choiceTextPath = (question: QuestionDraft, choice: Choice): DocPath => [
  question.index,
  ...choice.path,
  'text',
]

function logicOf(draft: QuestionDraft, context: RuleContext): SealedLogic | undefined {
  return Object.hasOwn(context.interactions, draft.question.type)
    ? context.interactions[draft.question.type]
    : undefined
}
