import type { LessonsReport } from '#core/lesson-files/merge-lessons.ts'
import type { StoredAttempt } from '#core/progress/archive.ts'

/** What the lessons of a backup have become, and its attempts with the ids that their lessons have here. */
export interface ShelfMerge {
  readonly attempts: readonly StoredAttempt[]
  readonly report: LessonsReport
}

export const NO_LESSONS: LessonsReport = { added: 0, updated: 0, known: 0, beside: 0 }
