import * as v from 'valibot'
import { gradeOf } from '#core/grading/grade.ts'
import { offeredOptions } from '#core/interaction/offers.ts'
import { gradeOptions, optionChoices, optionSchema } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { gradeSentence, scopeSchema } from '#core/interaction/tapped-sentence.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { shuffled } from '#core/kernel/rng.ts'

const bodySchema = v.object({ options: v.array(optionSchema), scope: scopeSchema })
const responseSchema = v.object({ chosen: v.nullable(v.string()), sentence: v.nullable(v.string()) })

export type ProveItBody = v.InferOutput<typeof bodySchema>
/** The ids of the chosen option and of the tapped sentence; null while not given. */
export type ProveItResponse = v.InferOutput<typeof responseSchema>

export const NOTHING_GIVEN: ProveItResponse = { chosen: null, sentence: null }

/** The response after a tap on `sentence`; the choice stays. */
export const withSentence = (
  _: ProveItBody,
  response: ProveItResponse | null,
  sentence: SentenceId,
): ProveItResponse => ({
  ...(response ?? NOTHING_GIVEN),
  sentence,
})

/** One choice, then the sentence that proves it. Both earn all, the answer alone half; a proof without its answer earns nothing. */
export const proveItLogic: InteractionLogic<ProveItBody, ProveItResponse> = {
  type: 'prove-it',
  version: 1,
  defaultPoints: 2,
  choosesFrom: 'one',
  tapsSentences: true,
  bodySchema,
  responseSchema,
  isReady: (body, response) =>
    response.sentence !== null && body.options.some((option) => option.id === response.chosen),
  grade(body, response, context) {
    const answer = gradeOptions(body.options, new Set(response.chosen === null ? [] : [response.chosen]))
    const proof = gradeSentence(response.sentence ?? '', context.evidence) // ready, so there is one
    const isAnswered = answer.some((part) => part.state === 'right')
    const isProved = proof[0].state === 'right'
    return gradeOf(isAnswered ? (isProved ? 1 : 0.5) : 0, [...answer, ...proof])
  },
  reveal: (body, context) => ({
    chosen: body.options.find((option) => option.isKey)?.id ?? null,
    sentence: context.evidence[0] ?? null,
  }),
  describe(body, response, _, sentenceText) {
    const answer = body.options.find((option) => option.id === response.chosen)?.text ?? null
    const proof = response.sentence === null ? null : sentenceText(response.sentence as SentenceId) // an unknown id has no text
    return [answer, proof].filter((line) => line !== null)
  },
  choices: (body) => optionChoices(body.options),
  mix: (body, rng) => ({ ...body, options: shuffled(body.options, rng) }),
  offers: (body) => [offeredOptions(body.options)],
  withSentence,
  sentenceOf: (response) => response.sentence,
  sentenceScope: (body) => body.scope,
}
