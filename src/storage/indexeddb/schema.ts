import type { DBSchema, IDBPDatabase } from 'idb'
import type { AttemptId, LessonId } from '#core/kernel/ids.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'

export const DATABASE_NAME = 'proofline'

/** The stores of today's version. What is read from them is believed only after its form was checked. */
export interface ProoflineSchema extends DBSchema {
  readonly events: { readonly key: [AttemptId, number]; readonly value: ProgressEvent }
  readonly attempts: {
    readonly key: AttemptId
    readonly value: AttemptSummary
    readonly indexes: { readonly lesson: LessonId; readonly updatedAtMs: number }
  }
}

export type ProoflineDatabase = IDBPDatabase<ProoflineSchema>
