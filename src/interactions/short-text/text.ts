import * as v from 'valibot'
import { ANSWER_KINDS, isSameAnswer } from '#core/grading/compare.ts'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import type { Distractor, ShortTextBody } from './logic.ts'

/** YAML reads a bare 1945 as a number; it is meant as it is written. */
const authoredAnswer = v.union([authoredText, v.number()])

const fieldsSchema = v.strictObject({
  answers: v.pipe(v.array(authoredAnswer), v.minLength(1)),
  as: v.optional(v.picklist(ANSWER_KINDS)),
  distractors: v.optional(
    v.array(
      v.strictObject({
        text: authoredAnswer,
        misreading: v.optional(v.picklist(MISREADINGS)),
        why: v.optional(authoredText),
      }),
    ),
  ),
})

/** The lesson's language is not known here; English reads what an author repeats word by word. */
const COMPARISON_LANGUAGE = 'en'

export const shortTextText: Pick<InteractionAuthoring<ShortTextBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  /** A distractor that is an accepted answer is a fault. */
  read(fields) {
    const authored = v.parse(fieldsSchema, fields)
    const answers = authored.answers.map(String)
    const as = authored.as ?? 'text'
    const distractors = (authored.distractors ?? []).map(
      (distractor) => defined({ ...distractor, text: String(distractor.text) }) as Distractor,
    )
    const faults = distractors.flatMap(({ text }, index): Fault[] => {
      const isKey = answers.some((answer) =>
        isSameAnswer(text, answer, { language: COMPARISON_LANGUAGE, as }),
      )
      const path = ['distractors', index, 'text']
      return isKey ? [{ code: 'distractor-is-key', severity: 'error', path, params: { answer: text } }] : []
    })
    return { body: { answers, as, distractors }, faults }
  },
  write: (body) =>
    defined({
      answers: body.answers,
      as: body.as === 'text' ? undefined : body.as,
      distractors: body.distractors.length > 0 ? body.distractors : undefined,
    }),
}
