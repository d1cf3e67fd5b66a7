import type { AttemptOutcomes, AttemptRecord } from '#core/progress/outcomes.ts'

/** What became of the questions of each attempt, first started first. */
export const listedOutcomes = (records: readonly AttemptRecord[]): readonly AttemptOutcomes[] =>
  records
    .map(({ attempt, lesson, mode = 'guided', startedAtMs, outcomes = [] }) => ({
      attempt,
      lesson,
      mode,
      startedAtMs,
      outcomes,
    }))
    .filter(({ outcomes }) => outcomes.length > 0)
    .sort((one, other) => one.startedAtMs - other.startedAtMs || (one.attempt < other.attempt ? -1 : 1))
