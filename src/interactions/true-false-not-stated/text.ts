import * as v from 'valibot'
import { authoredText, defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { MISREADINGS } from '#core/lesson/model.ts'
import { ANSWERS, type Answer, type Distractor, type TrueFalseNotStatedBody } from './logic.ts'

/** YAML reads a bare `true` as a truth value and a quoted one as text; both are meant. */
const authoredAnswer = v.union([v.boolean(), v.picklist(ANSWERS)])

const fieldsSchema = v.strictObject({
  answer: authoredAnswer,
  distractors: v.array(
    v.strictObject({
      answer: authoredAnswer,
      misreading: v.optional(v.picklist(MISREADINGS)),
      why: v.optional(authoredText),
    }),
  ),
})

const readAnswer = (answer: boolean | Answer): Answer =>
  typeof answer === 'boolean' ? (answer ? 'true' : 'false') : answer
const writeAnswer = (answer: Answer): boolean | Answer =>
  answer === 'not-stated' ? answer : answer === 'true'

export const trueFalseNotStatedText: Pick<
  InteractionAuthoring<TrueFalseNotStatedBody>,
  'fieldsSchema' | 'read' | 'write'
> = {
  fieldsSchema,
  /** Each of the other two answers needs its note, once. */
  read(fields) {
    const authored = v.parse(fieldsSchema, fields)
    const answer = readAnswer(authored.answer)
    const distractors = authored.distractors.map(
      (distractor) => defined({ ...distractor, answer: readAnswer(distractor.answer) }) as Distractor,
    )
    const faults: Fault[] = []
    const missing = new Set<Answer>(ANSWERS.filter((other) => other !== answer))
    for (const [index, distractor] of distractors.entries()) {
      const path = ['distractors', index, 'answer']
      const params = { answer: distractor.answer }
      if (distractor.answer === answer)
        faults.push({ code: 'distractor-is-key', severity: 'error', path, params })
      else if (!missing.delete(distractor.answer))
        faults.push({ code: 'duplicate-distractor', severity: 'error', path, params })
    }
    for (const other of missing) {
      faults.push({
        code: 'missing-distractor',
        severity: 'error',
        path: ['distractors'],
        params: { answer: other },
      })
    }
    return { body: { answer, distractors }, faults }
  },
  write: (body) => ({
    answer: writeAnswer(body.answer),
    distractors: body.distractors.map((distractor) => ({
      ...distractor,
      answer: writeAnswer(distractor.answer),
    })),
  }),
}
