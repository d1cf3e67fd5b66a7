import * as v from 'valibot'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { mixedByText } from '#core/interaction/mixed.ts'
import { offeredItems, offeredOptions } from '#core/interaction/offers.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'
import { MISREADINGS } from '#core/lesson/model.ts'

const leftSchema = v.object({
  id: v.string(),
  text: v.string(),
  /** Id of the right that belongs to it. */
  right: v.string(),
  /** Shown when this pair is missed. */
  why: v.exactOptional(v.string()),
})
const rightSchema = v.object({
  id: v.string(),
  text: v.string(),
  misreading: v.exactOptional(v.picklist(MISREADINGS)),
  why: v.exactOptional(v.string()),
})
/** Ids are short hashes of the texts. The rights that no left has are the distractors; they stand last. */
const bodySchema = v.object({ lefts: v.array(leftSchema), rights: v.array(rightSchema) })
const responseSchema = v.object({ pairs: v.record(v.string(), v.string()) })

export type Left = v.InferOutput<typeof leftSchema>
export type Right = v.InferOutput<typeof rightSchema>
export type MatchBody = v.InferOutput<typeof bodySchema>
/** Ids of rights by the ids of their lefts. */
export type MatchResponse = v.InferOutput<typeof responseSchema>

/** The rights that fit nothing. */
export const distractorsOf = (body: MatchBody): Right[] =>
  body.rights.filter((right) => !body.lefts.some((left) => left.right === right.id))

/** The rights as they are offered: mixed, always the same for the same texts, never in the order of the lefts. */
export const offeredRights = (body: MatchBody): Right[] => mixedByText(body.rights, (right) => right.text)

export const rightById = (body: MatchBody, id: string | undefined): Right | undefined =>
  body.rights.find((right) => right.id === id)

/** One line a pair; lefts without a known right are left out. */
export const pairLines = (body: MatchBody, pairs: MatchResponse['pairs']): string[] =>
  body.lefts.flatMap((left) => {
    const right = rightById(body, pairs[left.id])
    return right ? [`${left.text} – ${right.text}`] : []
  })

export const keyPairs = (body: MatchBody): MatchResponse['pairs'] =>
  Object.fromEntries(body.lefts.map((left) => [left.id, left.right]))

function gradePair(body: MatchBody, left: Left, chosen: string | undefined): PartGrade {
  if (chosen === left.right) return { id: left.id, state: 'right' }
  const right = rightById(body, chosen)
  // A right that fits another left brings no misreading of its own: the pair's why speaks.
  return defined({
    id: left.id,
    state: 'wrong',
    misreading: right?.misreading,
    why: right?.why ?? left.why,
  })
}

/** Left and right are paired; one right may serve several lefts. Scored per pair. */
export const matchLogic: InteractionLogic<MatchBody, MatchResponse> = {
  type: 'match',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady: (body, response) =>
    body.lefts.length > 0 &&
    body.lefts.every((left) => rightById(body, response.pairs[left.id]) !== undefined),
  grade(body, response) {
    const parts = body.lefts.map((left) => gradePair(body, left, response.pairs[left.id]))
    return gradeOf(parts.filter((part) => part.state === 'right').length / parts.length, parts)
  },
  reveal: (body) => ({ pairs: keyPairs(body) }),
  describe: (body, response) => pairLines(body, response.pairs),
  choices: (body) =>
    distractorsOf(body).map((right, index) => ({ ...right, isKey: false, path: ['distractors', index] })),
  offers: (body) => [offeredItems(body.lefts), offeredOptions(offeredRights(body))],
}
