import * as v from 'valibot'
import { gradeOf } from '#core/grading/grade.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'

const criterionSchema = v.object({ id: v.string(), text: v.string(), points: v.number() })
const bodySchema = v.object({
  /** An answer that meets the whole rubric. */
  model: v.string(),
  /** What an answer is marked by; never empty. */
  rubric: v.array(criterionSchema),
  /** How many words are usual; a hint, never a limit. */
  words: v.nullable(v.object({ min: v.number(), max: v.number() })),
})
const responseSchema = v.object({
  text: v.string(),
  /** Whether the model answer was looked at; from then on the text stands, and is marked. */
  isCompared: v.boolean(),
  /** Ids of what the reader finds in the own answer. */
  met: v.array(v.string()),
})

export type Criterion = v.InferOutput<typeof criterionSchema>
export type OpenBody = v.InferOutput<typeof bodySchema>
export type OpenResponse = v.InferOutput<typeof responseSchema>

export const NOTHING_WRITTEN: OpenResponse = { text: '', isCompared: false, met: [] }

/** Words of a text by the rules of its language; figures count, signs do not. */
export function wordCount(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike).length
}

/** Two or three sentences, compared with a model answer and marked by the reader with the rubric; a teacher may overrule. */
export const openLogic: InteractionLogic<OpenBody, OpenResponse> = {
  type: 'open',
  version: 1,
  defaultPoints: 2,
  bodySchema,
  responseSchema,
  isReady: (_, response) => response.text.trim() !== '' && response.isCompared,
  grade({ rubric }, response) {
    const met = rubric.filter(({ id }) => response.met.includes(id))
    const points = (criteria: readonly Criterion[]) => criteria.reduce((sum, one) => sum + one.points, 0)
    return gradeOf(
      points(met) / points(rubric),
      rubric.map((criterion) => ({ id: criterion.id, state: met.includes(criterion) ? 'right' : 'missed' })),
    )
  },
  reveal: ({ model, rubric }) => ({ text: model, isCompared: true, met: rubric.map(({ id }) => id) }),
  describe: (_, response) => (response.text.trim() === '' ? [] : [response.text.trim()]),
  choices: () => [],
}
