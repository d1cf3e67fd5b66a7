import type { DocPath, Severity } from '#core/kernel/diagnostic.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { Article, Level, Lesson, Question } from '#core/lesson/model.ts'

/** A sentence with its place, as a message names it. Paragraph and sentence count from 1. */
export interface SentencePlace {
  readonly section: string
  readonly paragraph: number
  readonly sentence: number
  readonly text: string
}

/** The place of an article that comes nearest to a quote, to be copied from. */
export interface NearestText {
  readonly paragraph: number
  /** The sentence that shares most with the quote; with a `difference`, the exact words in the place of the quote. */
  readonly text: string
  /** What alone sets the quote apart, where it is only that: quotation marks, dashes and the like, or capital letters. */
  readonly difference?: 'typography' | 'case'
}

/** What became of a quote in one level's article. */
export type Resolution =
  | { readonly kind: 'found'; readonly sentences: readonly SentenceId[] }
  /** `nearest` is what shares most with the quote; null only in an article without any text. */
  | { readonly kind: 'missing'; readonly nearest: NearestText | null }
  | { readonly kind: 'ambiguous'; readonly places: readonly SentencePlace[] }

/** One quote as its author wrote it. */
export interface QuoteDraft {
  readonly level: Level
  readonly quote: string
  /** In questions.yaml, from the root. */
  readonly path: DocPath
  readonly resolution: Resolution
}

export interface QuestionDraft {
  /** Index in questions.yaml; `[index]` is the question's path there. */
  readonly index: number
  /** Evidence holds the quotes that were found, and only those. */
  readonly question: Question
  readonly quotes: readonly QuoteDraft[]
}

/** All of a lesson that could be read; what content rules look at. May be incomplete when files have errors. */
export interface LessonDraft {
  readonly lesson: Omit<Lesson, 'questions' | 'contentHash' | 'questionCount'>
  /** Easiest level first; only levels whose article could be read. */
  readonly articles: readonly Article[]
  readonly questions: readonly QuestionDraft[]
}

/** A fault with the file that it stands in. `path` leads from that file's root; in articles it is `['section', id]` or `['paragraph', n]`, empty for the file itself. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly file: string
  readonly path: DocPath
  readonly params?: Readonly<Record<string, string | number>>
}
