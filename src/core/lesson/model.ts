import type { LessonId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'

/** CEFR levels, easiest first. */
export const LEVELS = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'] as const
export type Level = (typeof LEVELS)[number]

/** The four comprehension processes of PIRLS 2021 (Mullis & Martin 2019), shortened. */
export const PROCESSES = ['retrieve', 'infer', 'interpret', 'evaluate'] as const
export type Process = (typeof PROCESSES)[number]

/** Why a distractor tempts. */
export const MISREADINGS = ['wrong-detail', 'other-question', 'overclaim', 'outside', 'reversed'] as const
export type Misreading = (typeof MISREADINGS)[number]

/** A run of text as a tree; foreign markup never goes further than this. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  /** A word that the glossary explains; `term` is its index in `lesson.glossary`. */
  | { readonly kind: 'term'; readonly term: number; readonly children: readonly Inline[] }

/** The sentences of a paragraph, joined, are its text: white space between two of them ends the first. */
export interface Sentence {
  readonly id: SentenceId
  readonly inlines: readonly Inline[]
}

export interface Paragraph {
  /** Counts from 1 through the whole article. */
  readonly number: number
  readonly sentences: readonly Sentence[]
}

export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  /** Id of the second report that it is part of; absent in the lesson's own article. */
  readonly report?: string
}

/** Another report of the same event. Its sections stand behind the article's own at each level, with `report`. */
export interface Report {
  readonly id: string
  readonly title: string
  /** Ids of the sources that it follows (never empty). */
  readonly sources: readonly string[]
}

/** One level of the lesson's text: the article, and behind it the second report where there is one. */
export interface Article {
  readonly level: Level
  readonly wordCount: number
  readonly sections: readonly Section[]
}

/** A quote of one level's article and the sentences that it touches (never empty). */
export interface Evidence {
  readonly quote: string
  readonly sentences: readonly SentenceId[]
}

/** The envelope of a question. `body` belongs to the interaction named by `type` and is opaque to everyone else. */
export interface Question {
  readonly id: QuestionId
  readonly type: string
  readonly section: SectionId
  readonly process: Process
  readonly points: number
  readonly stem: string
  readonly reworded: readonly string[]
  readonly explanation: string
  /** At least one quote for each level of the lesson. */
  readonly evidence: Readonly<Partial<Record<Level, readonly Evidence[]>>>
  readonly asOf?: string
  readonly validUntil?: string
  readonly body: unknown
}

export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** ISO 8601 day. */
  readonly date: string
  readonly url?: string
  readonly note?: string
  readonly facts?: readonly string[]
}

export interface GlossaryEntry {
  readonly term: string
  readonly meaning: string
  readonly forms: readonly string[]
}

export interface Place {
  readonly id: string
  readonly name: string
  /** Other spellings of the name in the articles. */
  readonly forms?: readonly string[]
  /** Degrees, north and east positive (WGS 84). */
  readonly latitude: number
  readonly longitude: number
  readonly date?: string
  readonly note?: string
}

export interface TimelineEntry {
  /** A day, a month or a year: `2023-09-16`, `2023-09`, `2023`. */
  readonly date: string
  readonly text: string
  readonly place?: string
  /** The section that tells of it. */
  readonly section?: string
}

/** What a library shows of a lesson without loading it. */
export interface LessonSummary {
  readonly id: LessonId
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly eventDate: string
  readonly topic: readonly string[]
  readonly levels: readonly Level[]
  readonly defaultLevel: Level
  readonly questionCount: number
  /** Words of each level's article. */
  readonly wordCounts: Readonly<Partial<Record<Level, number>>>
  /** The questions whose fact holds only until a day (ISO 8601); absent: none. A review leaves them out after it. */
  readonly expiring?: Readonly<Record<string, string>>
  /** The questions that a later edition has changed, and when it came (milliseconds since 1970-01-01 UTC): older answers say nothing about them. */
  readonly changed?: Readonly<Record<string, number>>
}

export interface Lesson extends LessonSummary {
  readonly formatVersion: 1
  /** Short hash over all that a reader can be asked; stored with each attempt. */
  readonly contentHash: string
  readonly asOf?: string
  readonly licence: string
  readonly sources: readonly Source[]
  /** Absent where the lesson has one report only. */
  readonly reports?: readonly Report[]
  readonly glossary: readonly GlossaryEntry[]
  readonly places: readonly Place[]
  /** Ids of places in the order of one journey; absent where nobody travelled. */
  readonly route?: readonly string[]
  readonly timeline: readonly TimelineEntry[]
  /** Words with a full stop that end no sentence, beyond the language's usual ones. */
  readonly abbreviations?: readonly string[]
  readonly articles: Readonly<Partial<Record<Level, Article>>>
  readonly questions: readonly Question[]
  /** Absent in a whole lesson; see `opening.ts`. */
  readonly part?: 'opening'
}
