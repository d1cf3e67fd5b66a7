import * as v from 'valibot'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { offeredItems } from '#core/interaction/offers.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionLogic, Words } from '#core/interaction/spec.ts'

/** What a statement of the news can be: checked, on somebody's word, or a judgement. In the order of the table's columns. */
export const KINDS = ['fact', 'claim', 'opinion'] as const
export type Kind = (typeof KINDS)[number]

const kindSchema = v.picklist(KINDS)
const statementSchema = v.object({
  id: v.string(),
  text: v.string(),
  kind: kindSchema,
  /** Id of the speaker; absent for a fact, and where the author does not ask who says so. */
  by: v.exactOptional(v.string()),
  /** Shown where the statement is taken for something else, or given to somebody else. */
  why: v.exactOptional(v.string()),
})
/** Ids are short hashes of the texts. */
const bodySchema = v.object({
  statements: v.array(statementSchema),
  /** Who may have said it; empty where the author does not ask. */
  speakers: v.array(v.object({ id: v.string(), text: v.string() })),
})
const responseSchema = v.object({
  kinds: v.record(v.string(), kindSchema),
  /** May be absent while nobody is named. */
  speakers: v.exactOptional(v.record(v.string(), v.string())),
})

export type Statement = v.InferOutput<typeof statementSchema>
export type ClaimsBody = v.InferOutput<typeof bodySchema>
/** By the ids of the statements: what each is, and the id of who says so. */
export type ClaimsResponse = v.InferOutput<typeof responseSchema>

/** A fact stands by itself; of all else one can ask who says so. */
export const hasSpeaker = (body: ClaimsBody, kind: Kind | undefined): boolean =>
  body.speakers.length > 0 && kind !== undefined && kind !== 'fact'

/** The id of the part of a grade that is about who says so. */
export const speakerPart = (statement: Statement): string => `${statement.id}.by`

export const keyOf = ({ statements }: ClaimsBody): ClaimsResponse => ({
  kinds: Object.fromEntries(statements.map(({ id, kind }) => [id, kind])),
  speakers: Object.fromEntries(statements.flatMap(({ id, by }) => (by === undefined ? [] : [[id, by]]))),
})

export const speakerText = (body: ClaimsBody, id: string | undefined): string | undefined =>
  body.speakers.find((speaker) => speaker.id === id)?.text

/** `Statement: kind (who says so)`, one line a statement that has been given a kind. */
export const responseLines = (body: ClaimsBody, response: ClaimsResponse, words: Words): string[] =>
  body.statements.flatMap(({ id, text }) => {
    const kind = response.kinds[id]
    if (kind === undefined) return []
    const speaker = hasSpeaker(body, kind) ? speakerText(body, response.speakers?.[id]) : undefined
    const named = words(`interactions.claims.kinds.${kind}`)
    return [`${text}: ${named}${speaker === undefined ? '' : ` (${speaker})`}`]
  })

/** One part for what it is, and one for who says so where that is asked. Its author's why goes with the first that fails. */
function gradeStatement(statement: Statement, response: ClaimsResponse): PartGrade[] {
  const { id, kind, by, why } = statement
  const given = response.kinds[id]
  const partOf = (part: string, isRight: boolean, reason?: string): PartGrade =>
    isRight ? { id: part, state: 'right' } : defined({ id: part, state: 'wrong', why: reason })
  const ofKind = partOf(id, given === kind, why)
  if (by === undefined) return [ofKind]
  const part = speakerPart(statement)
  if (given === 'fact') return [ofKind, { id: part, state: 'missed' }]
  return [ofKind, partOf(part, response.speakers?.[id] === by, given === kind ? why : undefined)]
}

/** Statements are told apart: fact, claim or opinion, and who says so. Scored per cell of the table. */
export const claimsLogic: InteractionLogic<ClaimsBody, ClaimsResponse> = {
  type: 'claims',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady: (body, response) =>
    body.statements.length > 0 &&
    body.statements.every(({ id }) => {
      const kind = response.kinds[id]
      if (kind === undefined) return false
      return !hasSpeaker(body, kind) || speakerText(body, response.speakers?.[id]) !== undefined
    }),
  grade(body, response) {
    const parts = body.statements.flatMap((statement) => gradeStatement(statement, response))
    return gradeOf(parts.filter(({ state }) => state === 'right').length / parts.length, parts)
  },
  reveal: keyOf,
  describe: responseLines,
  choices: () => [],
  // Who may say so is asked of some statements only, once it is chosen what they are.
  offers: (body) => [offeredItems(body.statements)],
}
