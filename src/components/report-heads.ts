import { publishersOf } from '#core/lesson/questions.ts'
import type { Lesson } from '#core/lesson/model.ts'

interface ReportName {
  readonly isSecond: boolean
  readonly title: string | null
  readonly publishers: readonly string[]
}

/** What stands above each of two reports. */
export interface ReportHeads {
  readonly first: ReportName
  readonly second: ReportName
}

/** Null for a lesson with one report only. */
export function reportHeadsOf(lesson: Pick<Lesson, 'sources' | 'reports'>): ReportHeads | null {
  const report = lesson.reports?.[0]
  if (report === undefined) return null
  const publishers = lesson.sources.slice(0, 1).map(({ publisher }) => publisher)
  return {
    first: { isSecond: false, title: null, publishers },
    second: { isSecond: true, title: report.title, publishers: publishersOf(lesson, report) },
  }
}
