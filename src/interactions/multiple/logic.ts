import * as v from 'valibot'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { offeredOptions } from '#core/interaction/offers.ts'
import { gradeOptions, optionChoices, optionSchema } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { shuffled } from '#core/kernel/rng.ts'

const bodySchema = v.object({ options: v.array(optionSchema) })
const responseSchema = v.object({ chosen: v.array(v.string()) })

export type MultipleBody = v.InferOutput<typeof bodySchema>
/** The ids of the chosen options, in any order. */
export type MultipleResponse = v.InferOutput<typeof responseSchema>

/** Every option that applies. A wrong choice takes back a right one; the score does not go below 0. */
export const multipleLogic: InteractionLogic<MultipleBody, MultipleResponse> = {
  type: 'multiple',
  version: 1,
  defaultPoints: 1,
  choosesFrom: 'any',
  bodySchema,
  responseSchema,
  isReady: (body, response) => body.options.some((option) => response.chosen.includes(option.id)),
  grade(body, response) {
    const parts = gradeOptions(body.options, new Set(response.chosen))
    const count = (state: PartGrade['state']): number => parts.filter((part) => part.state === state).length
    const keyCount = count('right') + count('missed')
    return gradeOf(keyCount === 0 ? 0 : (count('right') - count('wrong')) / keyCount, parts)
  },
  reveal: (body) => ({ chosen: body.options.filter((option) => option.isKey).map((option) => option.id) }),
  describe: (body, response) =>
    body.options.filter((option) => response.chosen.includes(option.id)).map((option) => option.text),
  choices: (body) => optionChoices(body.options),
  mix: (body, rng) => ({ ...body, options: shuffled(body.options, rng) }),
  offers: (body) => [offeredOptions(body.options)],
}
