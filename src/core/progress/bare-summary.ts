import type { AttemptSummary, ProgressEvent } from './events.ts'

/** The summary of an attempt whose lesson is not to be had: what its events say without one. Null when they do not begin with a start. */
export function bareSummary(events: readonly ProgressEvent[]): AttemptSummary | null {
  const [first] = events
  const last = events.at(-1)
  if (first?.happening.kind !== 'attempt-started' || last === undefined) return null
  const { lesson, policy, questions } = first.happening
  return {
    attempt: first.attempt,
    lesson,
    status: events.some(({ happening }) => happening.kind === 'attempt-finished') ? 'finished' : 'running',
    startedAtMs: first.atMs,
    updatedAtMs: last.atMs,
    nextSeq: events.length,
    settledQuestions: 0,
    totalQuestions: questions.length,
    points: 0,
    maxPoints: 0,
    ...(policy.mode && { mode: policy.mode }),
  }
}
