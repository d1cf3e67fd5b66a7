import * as v from 'valibot'
import { gradeOf } from '#core/grading/grade.ts'
import { defined, gradeOptions, type Option } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { MISREADINGS } from '#core/lesson/model.ts'

/** The three answers in the order in which they are offered. */
export const ANSWERS = ['true', 'false', 'not-stated'] as const
export type Answer = (typeof ANSWERS)[number]

const distractorSchema = v.object({
  answer: v.picklist(ANSWERS),
  misreading: v.optional(v.picklist(MISREADINGS)),
  why: v.optional(v.string()),
})
const bodySchema = v.object({ answer: v.picklist(ANSWERS), distractors: v.array(distractorSchema) })
const responseSchema = v.object({ chosen: v.picklist(ANSWERS) })

export type Distractor = v.InferOutput<typeof distractorSchema>
export type TrueFalseNotStatedBody = v.InferOutput<typeof bodySchema>
export type TrueFalseNotStatedResponse = v.InferOutput<typeof responseSchema>

/** Key in the locales of the word for an answer. */
export const answerMessageKey = (answer: Answer): string => `interactions.true-false-not-stated.${answer}`

/** The three answers as options of a choice; text and id are the answer's token. */
export const threeOptions = (body: TrueFalseNotStatedBody): Option[] =>
  ANSWERS.map((answer) => {
    const note = body.distractors.find((distractor) => distractor.answer === answer)
    const fields = {
      id: answer,
      text: answer,
      isKey: answer === body.answer,
      misreading: note?.misreading,
      why: note?.why,
    }
    return defined(fields)
  })

/** The three-way classic: the stem is a statement. All or nothing. */
export const trueFalseNotStatedLogic: InteractionLogic<TrueFalseNotStatedBody, TrueFalseNotStatedResponse> = {
  type: 'true-false-not-stated',
  version: 1,
  defaultPoints: 1,
  choosesFrom: 'one',
  hasFixedChoices: true,
  bodySchema,
  responseSchema,
  isReady: () => true,
  grade: (body, response) =>
    gradeOf(
      response.chosen === body.answer ? 1 : 0,
      gradeOptions(threeOptions(body), new Set([response.chosen])),
    ),
  reveal: (body) => ({ chosen: body.answer }),
  describe: (_, response, words) => [words(answerMessageKey(response.chosen))],
  choices: (body) =>
    threeOptions(body).map((option) => {
      const index = body.distractors.findIndex((distractor) => distractor.answer === option.id)
      return { ...option, path: option.isKey || index < 0 ? ['answer'] : ['distractors', index] }
    }),
}
