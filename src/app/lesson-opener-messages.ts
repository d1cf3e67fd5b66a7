import type { OpenedFile, OpenedLesson } from '#core/lesson-files/opener.ts'
import type { LessonRefusal } from '#core/lesson-files/refusal.ts'

/** What the page gives its worker, once. */
export interface OpenMessage {
  readonly label: string
  readonly files: readonly OpenedFile[]
}

/** What the worker says on its way and at the end. */
export type OpenerMessage =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'read'; readonly lesson: OpenedLesson }
  | { readonly kind: 'refused'; readonly refusal: LessonRefusal }
