import * as v from 'valibot'
import { gradeOf } from '#core/grading/grade.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { gradeSentence, scopeSchema } from '#core/interaction/tapped-sentence.ts'
import type { SentenceId } from '#core/kernel/ids.ts'

const bodySchema = v.object({ scope: scopeSchema })
const responseSchema = v.object({ sentence: v.nullable(v.string()) })

export type EvidenceBody = v.InferOutput<typeof bodySchema>
/** The id of the tapped sentence; null after it was taken back. */
export type EvidenceResponse = v.InferOutput<typeof responseSchema>

/** The response after a tap on `sentence`. */
export const withSentence = (
  _: EvidenceBody,
  __: EvidenceResponse | null,
  sentence: SentenceId,
): EvidenceResponse => ({ sentence })

/** The reader taps the sentence that proves the claim in the stem; any sentence of the question's evidence is right. */
export const evidenceLogic: InteractionLogic<EvidenceBody, EvidenceResponse> = {
  type: 'evidence',
  version: 1,
  defaultPoints: 1,
  tapsSentences: true,
  bodySchema,
  responseSchema,
  isReady: (_, response) => response.sentence !== null,
  grade(_, response, context) {
    const parts = gradeSentence(response.sentence ?? '', context.evidence) // ready, so there is one
    return gradeOf(parts[0].state === 'right' ? 1 : 0, parts)
  },
  reveal: (_, context) => ({ sentence: context.evidence[0] ?? null }),
  describe(_, response, __, sentenceText) {
    const text = response.sentence === null ? null : sentenceText(response.sentence as SentenceId) // an unknown id has no text
    return text === null ? [] : [text]
  },
  choices: () => [],
  withSentence,
  sentenceOf: (response) => response.sentence,
  sentenceScope: (body) => body.scope,
}
