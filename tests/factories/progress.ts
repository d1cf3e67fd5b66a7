import type { AttemptId, LessonId, QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { AttemptSummary, Happening, ProgressEvent } from '#core/progress/events.ts'
import type { AttemptOutcomes, QuestionOutcome } from '#core/progress/outcomes.ts'

/** Ids of tests are made from plain words. */
export const attemptId = (text: string): AttemptId => text as AttemptId
export const lessonId = (text: string): LessonId => text as LessonId
export const questionId = (text: string): QuestionId => text as QuestionId
export const sectionId = (text: string): SectionId => text as SectionId

/** The beginning of a sitting with two questions. */
export const aStart = (
  overrides: Partial<Extract<Happening, { kind: 'attempt-started' }>> = {},
): Happening => ({
  kind: 'attempt-started',
  lesson: lessonId('tidal-power'),
  contentHash: '0abc123',
  level: 'b1',
  policy: { retries: true, givesAnswer: true },
  questions: [questionId('q1'), questionId('q2')],
  ...overrides,
})

/** One event of attempt "a": its start at number 0, a response later. */
export function anEvent(overrides: Partial<ProgressEvent> = {}): ProgressEvent {
  const seq = overrides.seq ?? 0
  return {
    attempt: attemptId('a'),
    seq,
    atMs: 1_760_000_000_000 + seq,
    elapsedMs: 100 * seq,
    happening:
      seq === 0
        ? aStart()
        : { kind: 'response-given', question: questionId('q1'), response: { chosen: `option-${seq}` } },
    ...overrides,
  }
}

/** Consecutive events of an attempt. */
export const someEvents = (attempt: string, first: number, count: number): ProgressEvent[] =>
  Array.from({ length: count }, (_, index) => anEvent({ attempt: attemptId(attempt), seq: first + index }))

/** The summary of attempt "a" after its first event. */
export const aSummary = (overrides: Partial<AttemptSummary> = {}): AttemptSummary => ({
  attempt: attemptId('a'),
  lesson: lessonId('tidal-power'),
  status: 'running',
  startedAtMs: 1_760_000_000_000,
  updatedAtMs: 1_760_000_000_000,
  nextSeq: 1,
  settledQuestions: 0,
  totalQuestions: 2,
  points: 0,
  maxPoints: 2,
  ...overrides,
})

/** What a store hands to a repository: consecutive events and the summary after them. */
export function aBatch(
  attempt: string,
  first: number,
  count: number,
): readonly [ProgressEvent[], AttemptSummary] {
  const events = someEvents(attempt, first, count)
  const nextSeq = first + count
  return [
    events,
    aSummary({ attempt: attemptId(attempt), nextSeq, updatedAtMs: 1_760_000_000_000 + nextSeq }),
  ]
}

/** A first try that was right, of question "q1". */
export const anOutcome = (overrides: Partial<QuestionOutcome> = {}): QuestionOutcome => ({
  question: questionId('q1'),
  section: sectionId('harbour'),
  process: 'retrieve',
  atMs: 0,
  firstShare: 1,
  share: 1,
  hints: 0,
  isShown: false,
  points: 1,
  confidence: null,
  misreadings: [],
  ...overrides,
})

/** What became of the questions of a review of the lesson "tidal-power". */
export const someOutcomes = (
  outcomes: readonly Partial<QuestionOutcome>[],
  overrides: Partial<AttemptOutcomes> = {},
): AttemptOutcomes => ({
  attempt: attemptId('a'),
  lesson: lessonId('tidal-power'),
  mode: 'guided',
  startedAtMs: 0,
  outcomes: outcomes.map(anOutcome),
  ...overrides,
})
