import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { OpenBody } from './logic.ts'

const wordNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

const fieldsSchema = v.strictObject({
  model: authoredText,
  rubric: v.pipe(
    v.array(
      v.strictObject({
        text: authoredText,
        points: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(100))),
      }),
    ),
    v.minLength(1),
  ),
  words: v.optional(v.strictObject({ min: wordNumber, max: wordNumber })),
})

/** Which is which can be seen. */
const ordered = ({ min, max }: { readonly min: number; readonly max: number }) => ({
  min: Math.min(min, max),
  max: Math.max(min, max),
})

export const openText: Pick<InteractionAuthoring<OpenBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** A criterion is worth one point unless it says more; two with the same words are a fault at the second. */
  read(fields) {
    const { model, rubric, words } = v.parse(fieldsSchema, fields)
    const criteria = rubric.map(({ text, points = 1 }) => ({ id: shortHash(text), text, points }))
    const faults = criteria.flatMap(({ id, text }, index): Fault[] =>
      criteria.findIndex((one) => one.id === id) === index
        ? []
        : [
            {
              code: 'duplicate-option',
              severity: 'error',
              path: ['rubric', index, 'text'],
              params: { text },
            },
          ],
    )
    return { body: { model, rubric: criteria, words: words === undefined ? null : ordered(words) }, faults }
  },
  write: ({ model, rubric, words }) =>
    defined({
      model,
      rubric: rubric.map(({ text, points }) => defined({ text, points: points === 1 ? undefined : points })),
      words: words ?? undefined,
    }),
}
