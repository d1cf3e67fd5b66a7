import type { AttemptId, LessonId, QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { Misreading, Process } from '#core/lesson/model.ts'
import type { AttemptSummary, Confidence, StudyMode } from './events.ts'

/** What became of one checked question of an attempt: all that review and progress need, so that they read neither the log nor the lesson. */
export interface QuestionOutcome {
  readonly question: QuestionId
  readonly section: SectionId
  readonly process: Process
  /** Wall clock of the first check, milliseconds since 1970-01-01 UTC; may have been wrong. */
  readonly atMs: number
  /** Share of the points that the first try earned, 0 to 1. */
  readonly firstShare: number
  /** Share that all tries earned, cut by hints. */
  readonly share: number
  /** Hints taken before the last try. */
  readonly hints: number
  readonly isShown: boolean
  /** Points that the question is worth. */
  readonly points: number
  readonly confidence: Confidence | null
  /** By which the answers of the first try were tempted. */
  readonly misreadings: readonly Misreading[]
  /** How often the hidden text was looked at before answering; absent: never. */
  readonly lookBacks?: number
}

/** The outcomes of one attempt; a cache that can be worked out anew from its events. */
export interface AttemptOutcomes {
  readonly attempt: AttemptId
  readonly lesson: LessonId
  readonly mode: StudyMode
  readonly startedAtMs: number
  readonly outcomes: readonly QuestionOutcome[]
}

/** A summary on its way to storage, with what became of each question: that is kept beside, and read by `listOutcomes` alone. */
export interface AttemptRecord extends AttemptSummary {
  readonly outcomes?: readonly QuestionOutcome[]
}
