import type { AttemptId, LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { Level } from '#core/lesson/model.ts'

/**
 * Words of the text that a reader has marked, by a quote and what stands around it (W3C Web Annotation's TextQuoteSelector), so that
 * they are found again in a corrected article.
 */
export interface Highlight {
  readonly id: string
  readonly level: Level
  readonly section: SectionId
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** The reader's own words; empty: none. */
  readonly note: string
}

/** Ways to study. A sitting has one, chosen before it starts and named beside its score. */
export const STUDY_MODES = [
  'guided',
  'one-at-a-time',
  'test',
  'from-memory',
  'missed',
  'process',
  'misreading',
  'review',
  /** No sitting: highlights and notes on a lesson's text. */
  'reading',
] as const
export type StudyMode = (typeof STUDY_MODES)[number]

/** How sure a reader says to be, before the check. */
export const CONFIDENCES = ['sure', 'think-so', 'guess'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/**
 * How a sitting treats answers. Chosen before it starts, stored with it, so that a score always says what it means. What is absent
 * is as in the first sittings that were ever stored; `core/session/policy.ts` fills it in.
 */
export interface SittingPolicy {
  /** Whether a wrong answer may be tried again, with a hint for each new try. */
  readonly retries: boolean
  /** Whether the answer is given at all before the sitting is finished; false: it is only said that it is wrong. */
  readonly givesAnswer: boolean
  readonly mode?: StudyMode
  /** When feedback comes: with a section's set, with each question, or when the sitting is finished. */
  readonly feedback?: 'section' | 'question' | 'end'
  /** Whether the text stands beside the questions or hides while they are answered. */
  readonly text?: 'open' | 'hidden'
  /** What feedback holds besides the answer, which is `givesAnswer`. */
  readonly showsVerdict?: boolean
  readonly showsEvidence?: boolean
  readonly showsExplanation?: boolean
  /** Share of the points that a right answer earns at the first, second, … try; as many tries as entries. */
  readonly tries?: readonly number[]
  /** Whether readers say how sure they are, and whether that moves their points. */
  readonly certainty?: 'off' | 'asked' | 'marked'
  /** Whether every answer asks for the sentence that proves it. */
  readonly asksForProof?: boolean
  /** Milliseconds of answering; absent: as long as it takes. */
  readonly timeLimitMs?: number
  /** What was mixed is mixed by this; absent: nothing was. */
  readonly seed?: number
}

/** What a reader did. Facts only: grades, points and places on the screen are worked out from these and can be worked out anew. */
export type Happening =
  | {
      readonly kind: 'attempt-started'
      readonly lesson: LessonId
      readonly contentHash: string
      readonly level: Level
      readonly policy: SittingPolicy
      /** The questions of this sitting, in the order in which they are asked. */
      readonly questions: readonly QuestionId[]
    }
  | { readonly kind: 'place-moved'; readonly section: SectionId; readonly question: QuestionId | null }
  | { readonly kind: 'level-changed'; readonly level: Level }
  | { readonly kind: 'response-given'; readonly question: QuestionId; readonly response: unknown }
  | { readonly kind: 'checked'; readonly questions: readonly QuestionId[] }
  | { readonly kind: 'retried'; readonly question: QuestionId }
  | { readonly kind: 'answer-shown'; readonly question: QuestionId }
  /** Before the check; null takes it back. */
  | {
      readonly kind: 'confidence-given'
      readonly question: QuestionId
      readonly confidence: Confidence | null
    }
  /** The sentence that is said to prove the answer; null takes it back. */
  | { readonly kind: 'proof-given'; readonly question: QuestionId; readonly sentence: SentenceId | null }
  /** The text was hidden and the reader looked at it before answering. Kept for the reader alone. */
  | { readonly kind: 'looked-back'; readonly question: QuestionId }
  /** "My answer was right", or not any more. */
  | { readonly kind: 'disputed'; readonly question: QuestionId; readonly isDisputed: boolean }
  /** More time, milliseconds; null: no limit any more. */
  | { readonly kind: 'time-extended'; readonly byMs: number | null }
  /** Made, or changed: a highlight is known by its id. */
  | { readonly kind: 'highlighted'; readonly highlight: Highlight }
  | { readonly kind: 'highlight-removed'; readonly id: string }
  /** The lesson has a later edition: what was answered of `questions` counts no more, since they ask something else now. */
  | {
      readonly kind: 'lesson-corrected'
      /** Of the later edition, ISO 8601. */
      readonly day: string
      readonly contentHash: string
      readonly sections: readonly SectionId[]
      readonly questions: readonly QuestionId[]
    }
  | { readonly kind: 'attempt-finished' }

/** One entry of the append-only log. `seq` orders, `elapsedMs` measures, `atMs` only labels. */
export interface ProgressEvent {
  readonly attempt: AttemptId
  /** Counts from 0 without gaps inside the attempt. */
  readonly seq: number
  /** Wall clock, milliseconds since 1970-01-01 UTC; may jump. */
  readonly atMs: number
  /** Milliseconds on the monotonic clock of the page that wrote it. */
  readonly elapsedMs: number
  readonly happening: Happening
}

/** What the library shows of an attempt without reading its events; a cache that is rebuilt from them when it is missing. */
export interface AttemptSummary {
  readonly attempt: AttemptId
  readonly lesson: LessonId
  readonly status: 'running' | 'finished'
  readonly startedAtMs: number
  readonly updatedAtMs: number
  readonly nextSeq: number
  readonly settledQuestions: number
  readonly totalQuestions: number
  readonly points: number
  readonly maxPoints: number
  /** Absent in attempts that were stored before there were ways to study. */
  readonly mode?: StudyMode
}

/**
 * Whether an attempt is a sitting of its lesson: neither a review or the practice of a misreading, which have a page of their own, nor what
 * was marked in the text.
 */
export const isSitting = ({ mode }: Pick<AttemptSummary, 'mode'>): boolean =>
  mode !== 'review' && mode !== 'misreading' && mode !== 'reading'
