import * as v from 'valibot'
import type { AttemptId, LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import { LEVELS } from '#core/lesson/model.ts'
import {
  CONFIDENCES,
  type AttemptSummary,
  type Happening,
  type ProgressEvent,
  type SittingPolicy,
} from '#core/progress/events.ts'

/** A stored record that cannot be used; it stays where it is. `form`: it is no such thing. `gap`: the log has a hole before it. */
export interface DamagedRecord {
  readonly store: 'events' | 'attempts'
  readonly attempt: string
  /** Null for a summary and for an event whose number is no number. */
  readonly seq: number | null
  readonly reason: 'form' | 'gap'
  /** What is wrong, for a report; never shown alone. */
  readonly detail: string
}

/** What could be read, and what had to be left out. */
export interface Sorted<T> {
  readonly sound: readonly T[]
  readonly damaged: readonly DamagedRecord[]
}

const id = <Id extends string>() => v.custom<Id>((value) => typeof value === 'string' && value !== '')
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const time = v.pipe(v.number(), v.finite())
const level = v.picklist(LEVELS)
const question = id<QuestionId>()

const policySchema: v.GenericSchema<SittingPolicy> = v.looseObject({
  retries: v.boolean(),
  givesAnswer: v.boolean(),
})

/** One entry for each kind, so that a new kind does not compile before its form is known here. */
const HAPPENINGS = {
  'attempt-started': v.object({
    kind: v.literal('attempt-started'),
    lesson: id<LessonId>(),
    contentHash: v.string(),
    level,
    policy: policySchema,
    questions: v.array(question),
  }),
  'place-moved': v.object({
    kind: v.literal('place-moved'),
    section: id<SectionId>(),
    question: v.nullable(question),
  }),
  'level-changed': v.object({ kind: v.literal('level-changed'), level }),
  'response-given': v.object({ kind: v.literal('response-given'), question, response: v.unknown() }),
  checked: v.object({ kind: v.literal('checked'), questions: v.array(question) }),
  retried: v.object({ kind: v.literal('retried'), question }),
  'answer-shown': v.object({ kind: v.literal('answer-shown'), question }),
  'confidence-given': v.object({
    kind: v.literal('confidence-given'),
    question,
    confidence: v.nullable(v.picklist(CONFIDENCES)),
  }),
  'proof-given': v.object({
    kind: v.literal('proof-given'),
    question,
    sentence: v.nullable(id<SentenceId>()),
  }),
  'looked-back': v.object({ kind: v.literal('looked-back'), question }),
  disputed: v.object({ kind: v.literal('disputed'), question, isDisputed: v.boolean() }),
  'time-extended': v.object({ kind: v.literal('time-extended'), byMs: v.nullable(time) }),
  'attempt-finished': v.object({ kind: v.literal('attempt-finished') }),
} satisfies { readonly [Kind in Happening['kind']]: v.GenericSchema<Extract<Happening, { kind: Kind }>> }

const eventSchema: v.GenericSchema<ProgressEvent> = v.object({
  attempt: id<AttemptId>(),
  seq: count,
  atMs: time,
  elapsedMs: time,
  happening: v.variant('kind', Object.values(HAPPENINGS) as [(typeof HAPPENINGS)[Happening['kind']]]), // one member or more
})

const summarySchema: v.GenericSchema<AttemptSummary> = v.object({
  attempt: id<AttemptId>(),
  lesson: id<LessonId>(),
  status: v.picklist(['running', 'finished']),
  startedAtMs: time,
  updatedAtMs: time,
  nextSeq: count,
  settledQuestions: count,
  totalQuestions: count,
  points: time,
  maxPoints: time,
})

/** What keeps a value from having the form; null when it has it. */
function formFault(schema: v.GenericSchema, value: unknown): string | null {
  const [issue] = v.safeParse(schema, value, { abortEarly: true }).issues ?? []
  return issue === undefined ? null : `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`
}

/**
 * The sound beginning of one attempt's log, out of its stored records in order of their key: a record without the form of an
 * event is left out, and all that come after a hole with it, because a fold over them would invent a history.
 */
export function sortOutEvents(records: readonly unknown[]): Sorted<ProgressEvent> {
  const sound: ProgressEvent[] = []
  const damaged: DamagedRecord[] = []
  for (const record of records) {
    const fault = formFault(eventSchema, record)
    const event = record as ProgressEvent // used only when there is no fault
    if (fault !== null) damaged.push({ store: 'events', ...placeOf(record), reason: 'form', detail: fault })
    else if (event.seq === sound.length) sound.push(event)
    else
      damaged.push({
        store: 'events',
        ...placeOf(record),
        reason: 'gap',
        detail: `expected event ${sound.length} first`,
      })
  }
  return { sound, damaged }
}

/** The summaries that have their form, last touched first. */
export function sortOutSummaries(records: readonly unknown[]): Sorted<AttemptSummary> {
  const sound: AttemptSummary[] = []
  const damaged: DamagedRecord[] = []
  for (const record of records) {
    const fault = formFault(summarySchema, record)
    if (fault === null)
      sound.push(record as AttemptSummary) // it has the form
    else damaged.push({ store: 'attempts', ...placeOf(record), seq: null, reason: 'form', detail: fault })
  }
  return { sound: sound.sort(lastTouchedFirst), damaged }
}

/** Ids decide between equal times, so that a list is always in the same order. */
export const lastTouchedFirst = (one: AttemptSummary, other: AttemptSummary): number =>
  other.updatedAtMs - one.updatedAtMs || (one.attempt < other.attempt ? -1 : 1)

const placeOf = (record: unknown): Pick<DamagedRecord, 'attempt' | 'seq'> => {
  const { attempt, seq } = Object(record) as { readonly attempt?: unknown; readonly seq?: unknown } // any value may have none
  return { attempt: String(attempt), seq: typeof seq === 'number' ? seq : null }
}

/** Why this is no batch that a log can take; null when it is one. */
export function batchFault(events: readonly ProgressEvent[], summary: AttemptSummary): string | null {
  const first = events[0]?.seq ?? 0
  const stranger = events.find(
    (event, index) => event.attempt !== summary.attempt || event.seq !== first + index,
  )
  if (stranger !== undefined)
    return `expected consecutive events of ${summary.attempt}, found ${stranger.attempt} ${stranger.seq}`
  const faults = [formFault(summarySchema, summary), ...events.map((event) => formFault(eventSchema, event))]
  return faults.find((fault) => fault !== null) ?? null
}
