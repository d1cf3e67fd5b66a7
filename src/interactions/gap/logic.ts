import * as v from 'valibot'
import { isSameAnswer, matchAnswer } from '#core/grading/compare.ts'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { mixedByText } from '#core/interaction/mixed.ts'
import type { Offer } from '#core/interaction/offers.ts'
import { defined } from '#core/interaction/options.ts'
import type { GradeContext, InteractionLogic } from '#core/interaction/spec.ts'
import { MISREADINGS } from '#core/lesson/model.ts'

const gapSchema = v.object({
  /** `gap-1`, `gap-2` … in the order of the passage. */
  id: v.string(),
  /** Never empty; the first is shown as the key. */
  accepted: v.array(v.string()),
})
const distractorSchema = v.object({
  id: v.string(),
  text: v.string(),
  misreading: v.exactOptional(v.picklist(MISREADINGS)),
  why: v.exactOptional(v.string()),
})
const bodySchema = v.object({
  segments: v.array(v.union([v.string(), gapSchema])),
  /** Whether words are chosen from a bank; otherwise they are typed and there are no distractors. */
  hasBank: v.boolean(),
  distractors: v.array(distractorSchema),
})
const responseSchema = v.object({ gaps: v.record(v.string(), v.string()) })

export type Gap = v.InferOutput<typeof gapSchema>
export type Segment = string | Gap
export type Distractor = v.InferOutput<typeof distractorSchema>
export type GapBody = v.InferOutput<typeof bodySchema>
/** The words by the ids of their gaps, as typed or as they stand in the bank. */
export type GapResponse = v.InferOutput<typeof responseSchema>

export const gapsOf = (body: GapBody): Gap[] => body.segments.filter((segment) => typeof segment !== 'string')
export const keyOf = (gap: Gap): string => gap.accepted[0] ?? ''

/** All words that are offered, a key that fills two gaps twice: the keys in order of their gaps, then the distractors. */
export const bankOf = (body: GapBody): string[] =>
  body.hasBank ? [...gapsOf(body).map(keyOf), ...body.distractors.map((distractor) => distractor.text)] : []

/**
 * The words that one gap offers, each once, mixed the same way every time. A word may be used as often as the bank holds it:
 * `isUsedUp` says that the other gaps have taken it. Only the player keeps to that; a grade looks at each gap by itself.
 */
export function bankFor(
  body: GapBody,
  gaps: GapResponse['gaps'],
  gapId: string,
): { word: string; isUsedUp: boolean }[] {
  const bank = bankOf(body)
  const takenByOthers = gapsOf(body).flatMap((gap) => (gap.id === gapId ? [] : (gaps[gap.id] ?? [])))
  const countIn = (words: readonly string[], word: string): number =>
    words.filter((each) => each === word).length
  return mixedByText([...new Set(bank)], (word) => word).map((word) => ({
    word,
    isUsedUp: countIn(takenByOthers, word) >= countIn(bank, word),
  }))
}

/** The passage with its gaps by number, then the words of the bank, each once and mixed as every gap lists them. */
function offersOf(body: GapBody): readonly Offer[] {
  const gaps = gapsOf(body)
  const segments = body.segments.map((segment) =>
    typeof segment === 'string' ? segment : { gap: gaps.indexOf(segment) + 1 },
  )
  const bank = bankFor(body, {}, '').map(({ word }) => word)
  return [{ kind: 'passage', segments }, ...(body.hasBank ? [{ kind: 'options', items: bank } as const] : [])]
}

function isRight(body: GapBody, gap: Gap, given: string, language: string): boolean {
  if (body.hasBank) return gap.accepted.includes(given)
  // What another gap takes is no slip of this gap's word.
  const others = gapsOf(body).flatMap((other) => (other.id === gap.id ? [] : other.accepted))
  const distractors = others.filter(
    (other) => !gap.accepted.some((own) => isSameAnswer(other, own, { language })),
  )
  return matchAnswer(given, { accepted: gap.accepted, distractors }, { language })?.source === 'accepted'
}

function gradeGap(body: GapBody, gap: Gap, given: string, context: GradeContext): PartGrade {
  if (isRight(body, gap, given, context.language)) return { id: gap.id, state: 'right' }
  const chosen = body.distractors.find((distractor) => distractor.text === given)
  return defined({
    id: gap.id,
    state: 'wrong',
    misreading: chosen?.misreading,
    why: chosen?.why,
  })
}

/** Gaps in a passage, typed or from a word bank. Scored per gap; a word that the bank does not hold leaves its gap open. */
export const gapLogic: InteractionLogic<GapBody, GapResponse> = {
  type: 'gap',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady(body, response) {
    const bank = bankOf(body)
    const gaps = gapsOf(body)
    const isFilled = (given: string): boolean => given !== '' && (!body.hasBank || bank.includes(given))
    return gaps.length > 0 && gaps.every((gap) => isFilled((response.gaps[gap.id] ?? '').trim()))
  },
  grade(body, response, context) {
    const parts = gapsOf(body).map((gap) =>
      gradeGap(body, gap, (response.gaps[gap.id] ?? '').trim(), context),
    )
    return gradeOf(parts.filter((part) => part.state === 'right').length / parts.length, parts)
  },
  reveal: (body) => ({ gaps: Object.fromEntries(gapsOf(body).map((gap) => [gap.id, keyOf(gap)])) }),
  describe(body, response) {
    const given = gapsOf(body).map((gap) => response.gaps[gap.id]?.trim() ?? '')
    return given.every((word) => word === '') ? [] : given.map((word) => word || '…')
  },
  choices: (body) =>
    body.distractors.map((distractor, index) => ({
      ...distractor,
      isKey: false,
      path: ['distractors', index],
    })),
  offers: offersOf,
}
