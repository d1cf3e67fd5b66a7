import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import { isWithin, type Distractor, type NumberBody } from './logic.ts'

/** Beyond these a number is not exact any more. */
const LARGEST = Number.MAX_SAFE_INTEGER
const authoredNumber = v.pipe(v.number(), v.minValue(-LARGEST), v.maxValue(LARGEST))

const fieldsSchema = v.strictObject({
  answer: authoredNumber,
  tolerance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST))),
  unit: v.optional(authoredText),
  distractors: v.optional(
    v.array(
      v.strictObject({
        value: authoredNumber,
        misreading: v.optional(v.picklist(MISREADINGS)),
        why: v.optional(authoredText),
      }),
    ),
  ),
})

export const numberText: Pick<InteractionAuthoring<NumberBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** A distractor inside the tolerance is a fault: it would be right. */
  read(fields) {
    const { answer, tolerance = 0, unit, distractors = [] } = v.parse(fieldsSchema, fields)
    const faults = distractors.flatMap(({ value }, index): Fault[] => {
      const path = ['distractors', index, 'value']
      if (!isWithin(value, answer, tolerance)) return []
      return [{ code: 'distractor-is-key', severity: 'error', path, params: { answer: value } }]
    })
    const read = distractors.map((distractor) => defined(distractor) as Distractor)
    return { body: defined({ answer, tolerance, unit, distractors: read }), faults }
  },
  write: (body) =>
    defined({
      answer: body.answer,
      tolerance: body.tolerance === 0 ? undefined : body.tolerance,
      unit: body.unit,
      distractors: body.distractors.length > 0 ? body.distractors : undefined,
    }),
}
