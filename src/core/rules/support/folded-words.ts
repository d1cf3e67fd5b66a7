import { normaliseText } from '#core/kernel/hash.ts'
import { wordsOf } from '#core/lesson/words.ts'

/** The words of a text, compared as readers hear them: typographic forms and upper case do not count. */
export const foldedWords = (text: string, language: string): string[] =>
  wordsOf(normaliseText(text), language).map((word) => word.toLowerCase())
