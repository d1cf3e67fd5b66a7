import type { Article } from './model.ts'
import { countSyllables } from './syllables.ts'
import { sentenceText } from './text.ts'
import { baseLanguage, wordsOf } from './words.ts'

/** How hard a text is to read, on the scale of its method; only values of one method compare. */
export interface Readability {
  readonly method: 'flesch-kincaid' | 'lix'
  /** Flesch-Kincaid: school grade of the USA. LIX: about 25 (children's books) to 60 (law). Higher is harder. */
  readonly value: number
  /** Words that were measured: the formulas were made on passages of 100 words and more, shorter ones scatter. */
  readonly wordCount: number
}

/** Written without spaces between words: neither letters a word nor words a sentence say what the formulas take them for. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo'])

/** A long word of LIX has more than six letters. */
const LONG_WORD_LETTERS = 6

/**
 * Flesch-Kincaid grade: 0.39 · words / sentences + 11.8 · syllables / words − 15.59. For English.
 * Source: Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75, Naval Technical Training Command.
 */
export const fleschKincaidGrade = (count: { words: number; sentences: number; syllables: number }): number =>
  (0.39 * count.words) / count.sentences + (11.8 * count.syllables) / count.words - 15.59

/**
 * LIX: words / sentences + 100 · long words / words. Needs no syllables and no word list, so it serves any alphabet with spaces.
 * Source: Björnsson (1968), Läsbarhet; across languages: Björnsson (1983), Reading Research Quarterly 18(4), 480–497.
 */
export const lixIndex = (count: { words: number; sentences: number; longWords: number }): number =>
  count.words / count.sentences + (100 * count.longWords) / count.words

/** Measures sentences by the method of their language (a BCP 47 tag); null without words or for scripts without spaces. */
export function measureSentences(sentences: readonly string[], language: string): Readability | null {
  const base = baseLanguage(language)
  const spoken = sentences.map((sentence) => wordsOf(sentence, language)).filter((words) => words.length > 0)
  const words = spoken.flat()
  if (words.length === 0 || UNSPACED.has(base)) return null
  const totals = { words: words.length, sentences: spoken.length }
  if (base === 'en') {
    const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
    return {
      method: 'flesch-kincaid',
      value: fleschKincaidGrade({ ...totals, syllables }),
      wordCount: words.length,
    }
  }
  const longWords = words.filter((word) => [...word].length > LONG_WORD_LETTERS).length
  return { method: 'lix', value: lixIndex({ ...totals, longWords }), wordCount: words.length }
}

/** Measures an article's sentences; headings do not count. */
export function measureArticle(article: Article, language: string): Readability | null {
  const sentences = article.sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) => paragraph.sentences.map(sentenceText)),
  )
  return measureSentences(sentences, language)
}
