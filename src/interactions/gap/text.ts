import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { hasErrors, type Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import { gapsOf, type Distractor, type GapBody } from './logic.ts'
import { parsePassage, writePassage } from './passage.ts'

const fieldsSchema = v.strictObject({
  passage: authoredText,
  bank: v.optional(v.boolean()),
  distractors: v.optional(
    v.array(
      v.strictObject({
        text: authoredText,
        misreading: v.optional(v.picklist(MISREADINGS)),
        why: v.optional(authoredText),
      }),
    ),
  ),
})

/** A distractor that fills some gap, or stands twice, is a fault at its text. */
function distractorFaults(body: GapBody): Fault[] {
  const keys = new Set(gapsOf(body).flatMap((gap) => gap.accepted.map(shortHash)))
  return body.distractors.flatMap(({ id, text }, index): Fault[] => {
    const isRepeat = body.distractors.findIndex((other) => other.id === id) < index
    const code = keys.has(id) ? 'distractor-is-key' : isRepeat ? 'duplicate-distractor' : null
    return code ? [{ code, severity: 'error', path: ['distractors', index, 'text'], params: { text } }] : []
  })
}

export const gapText: Pick<InteractionAuthoring<GapBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const { passage, bank = false, distractors: authored = [] } = v.parse(fieldsSchema, fields)
    const { segments, faults } = parsePassage(passage)
    const distractors = authored.map(
      (distractor) => defined({ id: shortHash(distractor.text), ...distractor }) as Distractor,
    )
    const body: GapBody = { segments: [...segments], hasBank: bank || distractors.length > 0, distractors }
    return { body: hasErrors(faults) ? null : body, faults: [...faults, ...distractorFaults(body)] }
  },
  write: (body) =>
    defined({
      passage: writePassage(body.segments),
      bank: body.hasBank || undefined,
      distractors:
        body.distractors.length > 0
          ? body.distractors.map(({ text, misreading, why }) => defined({ text, misreading, why }))
          : undefined,
    }),
}
