import * as v from 'valibot'
import { gradeOf, type Grade } from '#core/grading/grade.ts'
import { parseNumber, writeNumber } from '#core/grading/parse-number.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { MISREADINGS } from '#core/lesson/model.ts'

const distractorSchema = v.object({
  value: v.number(),
  misreading: v.optional(v.picklist(MISREADINGS)),
  why: v.optional(v.string()),
})
const bodySchema = v.object({
  answer: v.number(),
  /** Farthest from the answer that is still right, in the same unit. */
  tolerance: v.number(),
  unit: v.optional(v.string()),
  distractors: v.array(distractorSchema),
})
const responseSchema = v.object({ text: v.string() })

export type Distractor = v.InferOutput<typeof distractorSchema>
export type NumberBody = v.InferOutput<typeof bodySchema>
/** What was typed, as it was typed. */
export type NumberResponse = v.InferOutput<typeof responseSchema>

/** Whether `value` is no farther from `target` than `tolerance`; the sum of decimals must not fail by a rounding error. */
export const isWithin = (value: number, target: number, tolerance: number): boolean =>
  Math.abs(value - target) <= tolerance + 1e-9 * Math.max(1, Math.abs(target))

export const withUnit = (text: string, unit: string | undefined): string =>
  unit === undefined || text.endsWith(unit) || text.startsWith(unit) ? text : `${text} ${unit}`

function grade(body: NumberBody, response: NumberResponse, language: string): Grade {
  const value = parseNumber(response.text, language, { unit: body.unit }) ?? Number.NaN // ready, so it is a number
  if (isWithin(value, body.answer, body.tolerance)) return gradeOf(1, [{ id: 'answer', state: 'right' }])
  const meant = body.distractors.find((distractor) => isWithin(value, distractor.value, 0))
  return gradeOf(0, [
    defined({ id: 'answer', state: 'wrong', misreading: meant?.misreading, why: meant?.why }),
  ])
}

/** A number is typed, with or without its unit; right inside the tolerance. */
export const numberLogic: InteractionLogic<NumberBody, NumberResponse> = {
  type: 'number',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  // Which mark stands before decimals differs by language, whether a text can be read at all does not.
  isReady: (body, response) => parseNumber(response.text, 'en', { unit: body.unit }) !== null,
  grade: (body, response, context) => grade(body, response, context.language),
  reveal: (body, context) => ({ text: writeNumber(body.answer, context.language) }),
  describe: (body, response) =>
    response.text.trim() === '' ? [] : [withUnit(response.text.trim(), body.unit)],
  /** The key stands with its expected wrong answers; without any there is nothing to compare it with. */
  choices(body) {
    if (body.distractors.length === 0) return []
    const textOf = (value: number): string => withUnit(String(value), body.unit)
    return [
      { id: String(body.answer), text: textOf(body.answer), isKey: true, path: ['answer'] },
      ...body.distractors.map(({ value, misreading, why }, index) => {
        const path = ['distractors', index]
        return defined({
          id: String(value),
          text: textOf(value),
          isKey: false,
          misreading,
          why,
          path,
        })
      }),
    ]
  },
}
