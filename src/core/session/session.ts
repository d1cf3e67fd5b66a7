import type { Grade } from '#core/grading/grade.ts'
import type { AttemptId, LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { Level } from '#core/lesson/model.ts'
import type { Confidence } from '#core/progress/events.ts'
import type { Policy } from './policy.ts'

/** Hints taken: none, the paragraph, the sentence. */
export type HintLevel = 0 | 1 | 2

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
  /** Wall clock of the first check, or of the answer's being shown without one; null before. */
  readonly checkedAtMs: number | null
  readonly confidence: Confidence | null
  /** The sentence that is said to prove the answer, where the sitting asks for it. */
  readonly proof: SentenceId | null
  /** How often the hidden text was looked at before answering. */
  readonly lookBacks: number
  readonly isDisputed: boolean
}

/** A question that nobody has touched. */
export const UNTOUCHED: QuestionProgress = {
  response: null,
  phase: 'open',
  hint: 0,
  tries: [],
  skipped: false,
  answerShown: false,
  checkedAtMs: null,
  confidence: null,
  proof: null,
  lookBacks: 0,
  isDisputed: false,
}

/** A later edition of the lesson was opened since the sitting began. */
export interface Correction {
  /** Of that edition, ISO 8601. */
  readonly day: string
  readonly sections: readonly SectionId[]
  readonly questions: readonly QuestionId[]
}

/** One sitting, folded from its events. */
export interface Session {
  readonly attempt: AttemptId
  readonly lesson: LessonId
  /** Of the edition that the sitting knows. */
  readonly contentHash: string
  readonly policy: Policy
  readonly status: 'running' | 'finished'
  readonly level: Level
  readonly section: SectionId
  readonly question: QuestionId | null
  /** The questions of this sitting in order. */
  readonly order: readonly QuestionId[]
  readonly questions: Readonly<Record<QuestionId, QuestionProgress>>
  /** The last one; null where there was none. */
  readonly correction: Correction | null
  readonly nextSeq: number
  /** Time that was spent on it with its page open, by the pages' monotonic clocks, milliseconds. */
  readonly usedMs: number
  /** Of the page that wrote the last event. */
  readonly elapsedMs: number
  /** With what was added since the start; null: as long as it takes. */
  readonly timeLimitMs: number | null
  readonly startedAtMs: number
  readonly updatedAtMs: number
}
