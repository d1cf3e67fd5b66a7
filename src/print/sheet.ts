import type { PrintBlock } from '#core/interaction/print-blocks.ts'
import type { QuestionId } from '#core/kernel/ids.ts'
import type { GlossaryEntry, Inline, Level, Source } from '#core/lesson/model.ts'

/** What is handed out: neutral blocks in their order. Who shows them gives them a look and the words that are not the lesson's own. */
export interface Sheet {
  readonly kind: 'worksheet' | 'key'
  readonly title: string
  readonly level: Level
  /** BCP 47 tag and direction of the lesson's text. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly blocks: readonly SheetBlock[]
}

export type SheetBlock =
  /** Where a reader writes name, class and date; `points` are what all questions give together. */
  | { readonly kind: 'name-line'; readonly points: number }
  | { readonly kind: 'section'; readonly number: number; readonly title: string }
  /** The second report begins here. */
  | { readonly kind: 'report'; readonly title: string; readonly publishers: readonly string[] }
  /** Numbers count through the whole article, as everywhere in the app. */
  | { readonly kind: 'paragraph'; readonly number: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'glossary'; readonly entries: readonly GlossaryEntry[] }
  /** Where the questions begin; on a page of their own when they follow an article, so that both can lie side by side. */
  | { readonly kind: 'questions'; readonly followsArticle: boolean }
  /** The section that the questions below are about. */
  | { readonly kind: 'questions-on'; readonly number: number; readonly title: string }
  | QuestionBlock
  | AnswerBlock
  | { readonly kind: 'source'; readonly sources: readonly Source[]; readonly licence: string }

export interface QuestionBlock {
  readonly kind: 'question'
  readonly id: QuestionId
  /** From 1 through the lesson, the same on worksheet and key. */
  readonly number: number
  readonly points: number
  readonly stem: string
  readonly blocks: readonly PrintBlock[]
}

export interface AnswerBlock {
  readonly kind: 'answer'
  readonly id: QuestionId
  readonly number: number
  readonly points: number
  readonly stem: string
  readonly blocks: readonly PrintBlock[]
  /** Never empty in a sound lesson. */
  readonly proofs: readonly PrintedProof[]
  /** Null when it is not wanted. */
  readonly explanation: string | null
  /** Why each wrong answer fails; empty when that is not wanted. */
  readonly reasons: readonly { readonly answer: string; readonly why: string }[]
}

/** A quote and the sentences that it touches; paragraph (through the article) and sentence (in its paragraph) count from 1. */
export interface PrintedProof {
  readonly quote: string
  /** Whether it stands in the second report. */
  readonly isSecond: boolean
  readonly places: readonly { readonly paragraph: number; readonly sentence: number }[]
}
