import type { Lesson, Report } from './model.ts'

/** Who published what a report follows. */
export const publishersOf = ({ sources }: Pick<Lesson, 'sources'>, report: Report): readonly string[] =>
  report.sources.flatMap((id) => sources.find((source) => source.id === id)?.publisher ?? [])
