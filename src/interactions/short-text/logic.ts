import * as v from 'valibot'
import { ANSWER_KINDS, matchAnswer } from '#core/grading/compare.ts'
import { gradeOf, type Grade } from '#core/grading/grade.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { MISREADINGS } from '#core/lesson/model.ts'

const distractorSchema = v.object({
  text: v.string(),
  misreading: v.optional(v.picklist(MISREADINGS)),
  why: v.optional(v.string()),
})
const bodySchema = v.object({
  /** Accepted variants, never empty; the first is shown as the key. */
  answers: v.array(v.string()),
  as: v.picklist(ANSWER_KINDS),
  /** Wrong answers that are expected. */
  distractors: v.array(distractorSchema),
})
const responseSchema = v.object({ text: v.string() })

export type Distractor = v.InferOutput<typeof distractorSchema>
export type ShortTextBody = v.InferOutput<typeof bodySchema>
/** What was typed, as it was typed. */
export type ShortTextResponse = v.InferOutput<typeof responseSchema>

export const keyOf = (body: ShortTextBody): string => body.answers[0] ?? ''

function grade(body: ShortTextBody, response: ShortTextResponse, language: string): Grade {
  const distractors = body.distractors.map((distractor) => distractor.text)
  const match = matchAnswer(response.text, { accepted: body.answers, distractors }, { language, as: body.as })
  if (match?.source === 'accepted') return gradeOf(1, [{ id: 'answer', state: 'right' }])
  const meant = match ? body.distractors[match.index] : undefined
  return gradeOf(0, [
    defined({ id: 'answer', state: 'wrong', misreading: meant?.misreading, why: meant?.why }),
  ])
}

/** A word or a phrase is typed; `matchAnswer` says what is forgiven. Right or wrong: half of an answer proves no reading. */
export const shortTextLogic: InteractionLogic<ShortTextBody, ShortTextResponse> = {
  type: 'short-text',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady: (_, response) => response.text.trim() !== '',
  grade: (body, response, context) => grade(body, response, context.language),
  reveal: (body) => ({ text: keyOf(body) }),
  describe: (_, response) => (response.text.trim() === '' ? [] : [response.text.trim()]),
  /** The key stands with its expected wrong answers; without any there is nothing to compare it with. */
  choices(body) {
    if (body.distractors.length === 0) return []
    const key = keyOf(body)
    return [
      { id: shortHash(key), text: key, isKey: true, path: ['answers', 0] },
      ...body.distractors.map(({ text, misreading, why }, index) => {
        const path = ['distractors', index]
        return defined({ id: shortHash(text), text, isKey: false, misreading, why, path })
      }),
    ]
  },
}
