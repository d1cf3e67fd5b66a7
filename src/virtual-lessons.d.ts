/** Made by src/node/vite-plugin-lessons.ts. */
declare module 'virtual:lessons' {
  import type { Lesson } from '#core/lesson/model.ts'

  /** Fetches a summary of every lesson, the latest event first. */
  export const loadIndex: () => Promise<typeof import('virtual:lessons/index')>
  /** Fetches the opening of one lesson. */
  export const loadOpening: Readonly<Record<string, () => Promise<{ lesson: Lesson }>>>
  /** Fetches one whole lesson. */
  export const loadWhole: Readonly<Record<string, () => Promise<{ lesson: Lesson }>>>
}

declare module 'virtual:lessons/index' {
  export const lessonIndex: readonly import('#core/lesson/model.ts').LessonSummary[]
}

declare module 'virtual:find' {
  /** What the lessons are found by. */
  export const findData: import('#core/find/find-index.ts').FindData
}

declare module 'virtual:lesson/*' {
  export const lesson: import('#core/lesson/model.ts').Lesson
}
