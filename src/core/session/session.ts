import type { Grade } from '#core/grading/grade.ts'
import type { AttemptId, LessonId, QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { Level } from '#core/lesson/model.ts'
import type { SittingPolicy } from '#core/progress/events.ts'

/** Hints taken: none, the paragraph, the sentence. */
export type HintLevel = 0 | 1 | 2

/** Share of the points that a right answer earns after so many hints (PRODUCT's 1 / 0.5 / 0.25; a shown answer earns nothing). */
export const HINT_FACTORS: Readonly<Record<HintLevel, number>> = { 0: 1, 1: 0.5, 2: 0.25 }

/** One checked response. */
export interface Try {
  readonly response: unknown
  readonly grade: Grade
  readonly hint: HintLevel
}

/**
 * `open` may be answered; `tried` was checked, is not right and may be tried again; `settled` is right, used up or shown.
 */
export type QuestionPhase = 'open' | 'tried' | 'settled'

export interface QuestionProgress {
  readonly response: unknown
  readonly phase: QuestionPhase
  readonly hint: HintLevel
  readonly tries: readonly Try[]
  /** It was checked without a ready response; it stays open. */
  readonly skipped: boolean
  readonly answerShown: boolean
}

/** One sitting, folded from its events. */
export interface Session {
  readonly attempt: AttemptId
  readonly lesson: LessonId
  readonly contentHash: string
  readonly policy: SittingPolicy
  readonly status: 'running' | 'finished'
  readonly level: Level
  readonly section: SectionId
  readonly question: QuestionId | null
  /** The questions of this sitting in order. */
  readonly order: readonly QuestionId[]
  readonly questions: Readonly<Record<QuestionId, QuestionProgress>>
  readonly nextSeq: number
  readonly startedAtMs: number
  readonly updatedAtMs: number
}
