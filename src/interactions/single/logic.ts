import * as v from 'valibot'
import { gradeOf } from '#core/grading/grade.ts'
import { offeredOptions } from '#core/interaction/offers.ts'
import { gradeOptions, optionChoices, optionSchema } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { shuffled } from '#core/kernel/rng.ts'

const bodySchema = v.object({ options: v.array(optionSchema) })
const responseSchema = v.object({ chosen: v.string() })

export type SingleBody = v.InferOutput<typeof bodySchema>
/** The id of the chosen option. */
export type SingleResponse = v.InferOutput<typeof responseSchema>

/** One option of several; all or nothing. */
export const singleLogic: InteractionLogic<SingleBody, SingleResponse> = {
  type: 'single',
  version: 1,
  defaultPoints: 1,
  choosesFrom: 'one',
  bodySchema,
  responseSchema,
  isReady: (body, response) => body.options.some((option) => option.id === response.chosen),
  grade(body, response) {
    const parts = gradeOptions(body.options, new Set([response.chosen]))
    return gradeOf(parts.some((part) => part.state === 'right') ? 1 : 0, parts)
  },
  reveal: (body) => ({ chosen: body.options.find((option) => option.isKey)?.id ?? '' }),
  describe: (body, response) =>
    body.options.filter((option) => option.id === response.chosen).map((option) => option.text),
  choices: (body) => optionChoices(body.options),
  mix: (body, rng) => ({ ...body, options: shuffled(body.options, rng) }),
  offers: (body) => [offeredOptions(body.options)],
}
