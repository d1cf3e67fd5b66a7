import type { AttemptSummary } from '#core/progress/events.ts'
import type { AttemptOutcomes } from '#core/progress/outcomes.ts'
import type { StoredOutcomes } from './records.ts'

/** What became of the questions of each attempt, first started first. Outcomes without their attempt are left out. */
export function listedOutcomes(
  summaries: readonly AttemptSummary[],
  records: readonly StoredOutcomes[],
): readonly AttemptOutcomes[] {
  const known = new Map(summaries.map((summary) => [summary.attempt, summary]))
  return records
    .flatMap(({ attempt, outcomes }) => {
      const { lesson, mode = 'guided', startedAtMs } = known.get(attempt) ?? {}
      return lesson === undefined || startedAtMs === undefined || outcomes.length === 0
        ? []
        : [{ attempt, lesson, mode, startedAtMs, outcomes }]
    })
    .sort((one, other) => one.startedAtMs - other.startedAtMs || (one.attempt < other.attempt ? -1 : 1))
}
