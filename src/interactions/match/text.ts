import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { DocPath, Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import { distractorsOf, rightById, type Left, type MatchBody, type Right } from './logic.ts'

const fieldsSchema = v.strictObject({
  pairs: v.pipe(
    v.array(v.strictObject({ left: authoredText, right: authoredText, why: v.optional(authoredText) })),
    v.minLength(2),
  ),
  distractors: v.optional(
    v.array(
      v.strictObject({
        right: authoredText,
        misreading: v.optional(v.picklist(MISREADINGS)),
        why: v.optional(authoredText),
      }),
    ),
  ),
})

const duplicate = (code: string, text: string, ...path: DocPath): Fault => ({
  code,
  severity: 'error',
  path,
  params: { text },
})

export const matchText: Pick<InteractionAuthoring<MatchBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** Two equal lefts are a fault at the second, and so is a distractor that is a right of some pair or another distractor. */
  read(fields) {
    const { pairs, distractors = [] } = v.parse(fieldsSchema, fields)
    const faults: Fault[] = []
    const lefts: Left[] = []
    const rights: Right[] = []
    for (const [index, { left, right, why }] of pairs.entries()) {
      const id = shortHash(left)
      const rightId = shortHash(right)
      if (lefts.some((known) => known.id === id))
        faults.push(duplicate('duplicate-left', left, 'pairs', index, 'left'))
      lefts.push(defined({ id, text: left, right: rightId, why }))
      if (!rights.some((known) => known.id === rightId)) rights.push({ id: rightId, text: right })
    }
    for (const [index, { right, misreading, why }] of distractors.entries()) {
      const id = shortHash(right)
      if (rights.some((known) => known.id === id)) {
        faults.push(duplicate('duplicate-right', right, 'distractors', index, 'right'))
      } else {
        rights.push(defined({ id, text: right, misreading, why }))
      }
    }
    return { body: { lefts, rights }, faults }
  },
  write(body) {
    const distractors = distractorsOf(body).map(({ text, misreading, why }) =>
      defined({ right: text, misreading, why }),
    )
    return defined({
      pairs: body.lefts.map(({ text, right, why }) =>
        defined({ left: text, right: rightById(body, right)?.text, why }),
      ),
      distractors: distractors.length > 0 ? distractors : undefined,
    })
  },
}
