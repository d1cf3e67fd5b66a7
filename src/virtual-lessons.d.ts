/** Made by src/node/vite-plugin-lessons.ts. */
declare module 'virtual:lessons' {
  import type { Lesson, LessonSummary } from '#core/lesson/model.ts'

  /** Every lesson of the library, by id. */
  export const lessonIndex: readonly LessonSummary[]
  /** Fetches the opening of one lesson. */
  export const loadOpening: Readonly<Record<string, () => Promise<{ lesson: Lesson }>>>
  /** Fetches one whole lesson. */
  export const loadWhole: Readonly<Record<string, () => Promise<{ lesson: Lesson }>>>
}

declare module 'virtual:find' {
  /** What the lessons are found by. */
  export const findData: import('#core/find/find-index.ts').FindData
}

declare module 'virtual:lesson/*' {
  export const lesson: import('#core/lesson/model.ts').Lesson
}
