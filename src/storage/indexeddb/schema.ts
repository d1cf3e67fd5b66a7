import type { DBSchema, IDBPDatabase } from 'idb'
import type { AttemptId, LessonId } from '#core/kernel/ids.ts'
import type { OwnLesson, OwnLessonCard } from '#core/lesson-files/shelf.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import type { DamagedRecord, StoredOutcomes } from '../records.ts'

export const DATABASE_NAME = 'proofline'

/** A record that could not be used, as it was found, and why. */
export interface SetAsideRecord extends Omit<DamagedRecord, 'index'> {
  /** Counts up; the database gives it. */
  readonly id?: number
  readonly record: unknown
}

/** The stores of today's version. What is read from them is believed only after its form was checked. */
export interface ProoflineSchema extends DBSchema {
  readonly events: { readonly key: [AttemptId, number]; readonly value: ProgressEvent }
  readonly attempts: {
    readonly key: AttemptId
    readonly value: AttemptSummary & { readonly touched?: number }
    readonly indexes: { readonly lesson: LessonId; readonly updatedAtMs: number; readonly touched: number }
  }
  /** What became of each question: a cache beside the list, because it is large and seldom read. */
  readonly outcomes: { readonly key: AttemptId; readonly value: StoredOutcomes }
  readonly 'set-aside': { readonly key: number; readonly value: SetAsideRecord }
  /** Lessons from files: what a library shows of them, and the rest, which may be large. */
  readonly 'own-lessons': { readonly key: LessonId; readonly value: OwnLessonCard }
  readonly 'own-lesson-texts': { readonly key: LessonId; readonly value: OwnLesson }
}

export type ProoflineDatabase = IDBPDatabase<ProoflineSchema>
