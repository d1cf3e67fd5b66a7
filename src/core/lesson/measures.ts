import { knownWordShare } from './known-words.ts'
import type { Article, Lesson, Level } from './model.ts'
import { measureArticle, type Readability } from './readability.ts'

/** What can be counted of one level's article, without its headings. */
export interface LevelMeasures {
  readonly level: Level
  readonly wordCount: number
  readonly sentenceCount: number
  /** Null for scripts without spaces between words. */
  readonly readability: Readability | null
  /** From 0 to 1; null where there is no list of known words for the language. */
  readonly knownShare: number | null
}

/** Measures the levels of a lesson that are there, easiest first. */
export const measureLevels = (lesson: Lesson, knownWords: ReadonlySet<string>): LevelMeasures[] =>
  lesson.levels.flatMap((level) => {
    const article = lesson.articles[level]
    return article === undefined ? [] : [measureLevel(article, lesson.language, knownWords)]
  })

function measureLevel(article: Article, language: string, knownWords: ReadonlySet<string>): LevelMeasures {
  const sentences = article.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => paragraph.sentences)
  return {
    level: article.level,
    wordCount: article.wordCount,
    sentenceCount: sentences.length,
    readability: measureArticle(article, language),
    knownShare: knownWordShare(article, language, knownWords),
  }
}
