import type { AttemptId, LessonId, QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { Level } from '#core/lesson/model.ts'

/** How a sitting treats answers. Chosen before it starts, stored with it, so that a score always says what it means. */
export interface SittingPolicy {
  /** Whether a wrong answer may be tried again, with a hint for each new try. */
  readonly retries: boolean
  /** Whether the answer is given at all before the sitting is finished; false: it is only said that it is wrong. */
  readonly givesAnswer: boolean
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
}
