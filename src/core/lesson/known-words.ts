import type { Article } from './model.ts'
import { sentenceText } from './text.ts'
import { baseLanguage, wordsOf } from './words.ts'

/** The language that the list of known words is for. */
const LISTED = 'en'

/** Whether known words can be counted in a language (a BCP 47 tag). */
export const hasKnownWords = (language: string): boolean => baseLanguage(language) === LISTED

/**
 * The share of an article's running words that a list of known words holds, with the endings that Dale and Chall count as known: of the
 * plural, the possessive, verbs and comparison. Names and figures are neither known nor unknown and do not count. Null for languages
 * other than the list's, and without words. The method: Chall & Dale (1995), Readability Revisited, Brookline Books.
 */
export function knownWordShare(article: Article, language: string, list: ReadonlySet<string>): number | null {
  if (!hasKnownWords(language)) return null
  const sentences = article.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => paragraph.sentences.map((one) => wordsOf(sentenceText(one), language)))
  const names = new Set(sentences.flatMap((words) => words.slice(1).filter(isCapital).map(ofNobody)))
  const isName = (word: string, index: number): boolean =>
    isCapital(word) &&
    !/^I\b/.test(word) &&
    (index > 0 || isShortened(word) || (names.has(ofNobody(word)) && !isKnown(word, list)))
  const counted = sentences.flatMap((words) =>
    words.filter((word, index) => !/\p{N}/u.test(word) && !isName(word, index)),
  )
  if (counted.length === 0) return null
  return counted.filter((word) => isKnown(word, list)).length / counted.length
}

/** `NASA` and `UN`, with or without the possessive. */
const isShortened = (word: string): boolean => /^\p{Lu}{2,}/u.test(word)
const ofNobody = (word: string): string => word.replace(/['’ʼ]s?$/, '')
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** Whether a word, or what it is made of with a usual ending, is on the list, which spells as in the USA. */
export function isKnown(word: string, list: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase().replace(/[’ʼ]/g, "'")
  const american = plain
    .replace(/our/, 'or')
    .replace(/tre(s?)$/, 'ter$1')
    .replace('grey', 'gray')
  return [plain, american].some((one) => [one, ...withoutEnding(one)].some((base) => list.has(base)))
}

/** Irregular forms are on the list themselves; `n't` and `'s` are what a word is contracted with. */
function withoutEnding(word: string): string[] {
  const bases = [word.replace(/n't$/, ''), word.replace(/'(s|d|ll|re|ve|m)?$/, '')]
  for (const end of ['ies', 'ied', 'ier', 'iest'])
    if (word.endsWith(end)) bases.push(`${word.slice(0, -end.length)}y`)
  for (const end of ['es', 's', 'ed', 'd', 'ing', 'er', 'r', 'est', 'st'])
    if (word.endsWith(end) && word.length - end.length >= 2)
      bases.push(...stemsOf(word.slice(0, -end.length)))
  return bases
}

/** `mak` stands for make, `stopp` for stop. */
const stemsOf = (stem: string): string[] => [
  stem,
  `${stem}e`,
  ...(/([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : []),
]
