import { foldAnswer } from '#core/grading/fold-answer.ts'
import { segmenterOf, wordsOf } from '#core/lesson/words.ts'

const ARABIC = /\p{Script=Arabic}/u
/** Scripts of which one letter is a syllable or a word: it is enough to look for. */
const DENSE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const folded = new Map<string, string>()
/** Words of a library repeat; so many are kept. */
const MOST_KEPT = 50_000

/**
 * A word as it is looked for: without case, accents, marks and width, and without an article that is written together with it (Arabic
 * al-, French l'). The same for what is written and for what is sought, whatever languages the two are in.
 */
export function foldWord(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const bare = foldAnswer(word, ARABIC.test(word) ? 'ar' : 'fr')
  if (folded.size >= MOST_KEPT) folded.clear()
  folded.set(word, bare)
  return bare
}

/** The words of a text in `language`, folded; those that are nothing but marks are gone. */
export const findWords = (text: string, language: string): string[] =>
  wordsOf(text, language)
    .map(foldWord)
    .filter((word) => word !== '')

/** Whether a word is of a script in which one letter says what elsewhere takes several. */
export const isDense = (word: string): boolean => DENSE.test(word)

/** Whether letters that somebody types are enough to look for words that begin with them. */
export const isEnough = (word: string): boolean => word.length > 1 || isDense(word)

/** A run of a text, and whether it is one of the words that are sought. */
export interface MarkedRun {
  readonly text: string
  readonly isHit: boolean
}

/** A text in runs: words that begin with one of `terms` (folded), and all between. */
export function markWords(text: string, terms: readonly string[], language: string): MarkedRun[] {
  const runs: { text: string; isHit: boolean }[] = []
  for (const { segment, isWordLike } of segmenterOf(language, 'word').segment(text)) {
    const isHit = isWordLike === true && terms.some((term) => foldWord(segment).startsWith(term))
    const last = runs.at(-1)
    if (last?.isHit === isHit) last.text += segment
    else runs.push({ text: segment, isHit })
  }
  return runs
}
