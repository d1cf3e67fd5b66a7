import * as v from 'valibot'
import type { AttemptId, LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import { LEVELS, MISREADINGS, PROCESSES } from '#core/lesson/model.ts'
import {
  CONFIDENCES,
  STUDY_MODES,
  type AttemptSummary,
  type Happening,
  type ProgressEvent,
  type SittingPolicy,
} from '#core/progress/events.ts'
import type { AttemptOutcomes, AttemptRecord } from '#core/progress/outcomes.ts'

/** A stored record that cannot be used. `form`: it is no such thing. `gap`: the log has a hole before it. */
export interface DamagedRecord {
  readonly store: 'events' | 'attempts'
  readonly attempt: string
  /** Null for a summary and for an event whose number is no number. */
  readonly seq: number | null
  readonly reason: 'form' | 'gap'
  /** Its place among the records that were looked through, from 0. */
  readonly index: number
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
  highlighted: v.object({
    kind: v.literal('highlighted'),
    highlight: v.object({
      id: v.pipe(v.string(), v.nonEmpty()),
      level,
      section: id<SectionId>(),
      exact: v.string(),
      prefix: v.string(),
      suffix: v.string(),
      note: v.string(),
    }),
  }),
  'highlight-removed': v.object({ kind: v.literal('highlight-removed'), id: v.string() }),
  'lesson-corrected': v.object({
    kind: v.literal('lesson-corrected'),
    day: v.string(),
    contentHash: v.string(),
    sections: v.array(id<SectionId>()),
    questions: v.array(question),
  }),
  'attempt-finished': v.object({ kind: v.literal('attempt-finished') }),
} satisfies { readonly [Kind in Happening['kind']]: v.GenericSchema<Extract<Happening, { kind: Kind }>> }

/** What a later version of the program may write: its form is not known here, so nothing but its kind is looked at. */
const laterHappening = v.looseObject({ kind: v.pipe(v.string(), v.nonEmpty()) })
const isLater = (happening: unknown): boolean => {
  const { kind } = Object(happening) as { readonly kind?: unknown } // any value may have none
  return typeof kind === 'string' && !Object.hasOwn(HAPPENINGS, kind)
}
const knownHappening = v.variant(
  'kind',
  Object.values(HAPPENINGS) as [(typeof HAPPENINGS)[Happening['kind']]], // one member or more
)

const eventSchema = v.object({
  attempt: id<AttemptId>(),
  seq: count,
  atMs: time,
  elapsedMs: time,
  happening: v.lazy((happening) => (isLater(happening) ? laterHappening : knownHappening)),
})

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const outcome = v.object({
  question,
  section: id<SectionId>(),
  process: v.picklist(PROCESSES),
  atMs: time,
  firstShare: share,
  share,
  hints: count,
  isShown: v.boolean(),
  points: time,
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  misreadings: v.array(v.picklist(MISREADINGS)),
  lookBacks: v.optional(count),
})

const summarySchema = v.object({
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
  mode: v.optional(v.picklist(STUDY_MODES)),
  outcomes: v.optional(v.array(outcome)),
})

const outcomesSchema = v.object({ attempt: id<AttemptId>(), outcomes: v.array(outcome) })

/** What became of the questions of one attempt, as it is stored. */
export type StoredOutcomes = Pick<AttemptOutcomes, 'attempt' | 'outcomes'>

/** The records that have their form; one that has not is left out, because it can be worked out anew. */
export const soundOutcomes = (records: readonly unknown[]): readonly StoredOutcomes[] =>
  records.filter((record): record is StoredOutcomes => formFault(outcomesSchema, record) === null)

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
  for (const [index, record] of records.entries()) {
    const fault = formFault(eventSchema, record)
    const event = record as ProgressEvent // used only when there is no fault
    const place = { store: 'events', ...placeOf(record), index } as const
    if (fault !== null) damaged.push({ ...place, reason: 'form', detail: fault })
    else if (event.seq === sound.length) sound.push(event)
    else damaged.push({ ...place, reason: 'gap', detail: `expected event ${sound.length} first` })
  }
  return { sound, damaged }
}

/**
 * A summary as it is stored: `touched` counts the writes of the whole device, because a clock that was put back must not hide what was
 * done last.
 */
interface StoredSummary extends AttemptSummary {
  readonly touched?: number
}

/** The summaries that have their form, last touched first. */
export function sortOutSummaries(records: readonly unknown[]): Sorted<AttemptSummary> {
  const sound: StoredSummary[] = []
  const damaged: DamagedRecord[] = []
  for (const [index, record] of records.entries()) {
    const fault = formFault(summarySchema, record)
    const place = { store: 'attempts', ...placeOf(record), seq: null, index } as const
    if (fault === null)
      sound.push(record as StoredSummary) // it has the form
    else damaged.push({ ...place, reason: 'form', detail: fault })
  }
  return { sound: sound.sort(lastTouchedFirst).map(({ touched: _, ...summary }) => summary), damaged }
}

const touchOf = ({ touched }: StoredSummary): number => (typeof touched === 'number' ? touched : 0)

/** Ids decide between equals, so that a list is always in the same order. */
const lastTouchedFirst = (one: StoredSummary, other: StoredSummary): number =>
  touchOf(other) - touchOf(one) ||
  other.updatedAtMs - one.updatedAtMs ||
  (one.attempt < other.attempt ? -1 : 1)

/** Why this is no summary; null when it is one. */
export const summaryFault = (value: unknown): string | null => formFault(summarySchema, value)

const placeOf = (record: unknown): Pick<DamagedRecord, 'attempt' | 'seq'> => {
  const { attempt, seq } = Object(record) as { readonly attempt?: unknown; readonly seq?: unknown } // any value may have none
  return { attempt: String(attempt), seq: typeof seq === 'number' ? seq : null }
}

/** Why this is no batch that a log can take; null when it is one. */
export function batchFault(events: readonly ProgressEvent[], summary: AttemptRecord): string | null {
  const first = events[0]?.seq ?? 0
  const stranger = events.find(
    (event, index) => event.attempt !== summary.attempt || event.seq !== first + index,
  )
  if (stranger !== undefined)
    return `expected consecutive events of ${summary.attempt}, found ${stranger.attempt} ${stranger.seq}`
  const faults = [formFault(summarySchema, summary), ...events.map((event) => formFault(eventSchema, event))]
  return faults.find((fault) => fault !== null) ?? null
}
