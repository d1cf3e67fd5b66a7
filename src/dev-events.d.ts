import 'vite/types/customEvent.d.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'

declare module 'vite/types/customEvent.d.ts' {
  interface CustomEventMap {
    /** A lesson was saved and is without errors. Sent by src/node/vite-plugin-lessons.ts. */
    'proofline:lesson': {
      readonly id: string
      readonly lesson: Lesson
      readonly index: readonly LessonSummary[]
    }
  }
}
