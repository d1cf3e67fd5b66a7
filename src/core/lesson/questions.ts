import type { SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { Article, Lesson, Level, Question, Sentence } from './model.ts'

/** The sentences that prove a question's key at one level; empty when it has no evidence there. */
export const evidenceSentences = (question: Question, level: Level): readonly SentenceId[] => [
  ...new Set((question.evidence[level] ?? []).flatMap((evidence) => evidence.sentences)),
]

/** The questions that are asked after a section, in the lesson's order. */
export const questionsOfSection = (lesson: Lesson, section: SectionId): readonly Question[] =>
  lesson.questions.filter((question) => question.section === section)

/** The article of a level; the default level's when the lesson has no such level. */
export function articleOf(lesson: Lesson, level: Level): Article {
  const article = lesson.articles[level] ?? lesson.articles[lesson.defaultLevel]
  if (article === undefined)
    throw new Error(`Expected lesson "${lesson.id}" to have an article at ${lesson.defaultLevel}`)
  return article
}

/** The second report that a section is part of; null for the lesson's own article. */
export const reportOf = (article: Article, section: SectionId): string | null =>
  article.sections.find(({ id }) => id === section)?.report ?? null

/** Where a sentence stands in an article; paragraph (through the article) and sentence (in its paragraph) count from 1. */
export interface SentenceLocation {
  readonly section: SectionId
  readonly paragraph: number
  readonly sentenceNumber: number
  readonly sentence: Sentence
}

/** Finds sentences by id; built once for an article. */
export function locateSentences(article: Article): ReadonlyMap<SentenceId, SentenceLocation> {
  const places = article.sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      paragraph.sentences.map((sentence, index): [SentenceId, SentenceLocation] => [
        sentence.id,
        { section: section.id, paragraph: paragraph.number, sentenceNumber: index + 1, sentence },
      ]),
    ),
  )
  return new Map(places)
}
