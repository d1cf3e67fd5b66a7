import { distance } from 'fastest-levenshtein'
import { foldAnswer } from './fold-answer.ts'
import { isSameDay, parseDay } from './parse-day.ts'
import { parseNumber } from './parse-number.ts'

export const ANSWER_KINDS = ['text', 'date', 'number'] as const
/** What an answer is compared as. */
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export interface ComparisonOptions {
  /** BCP 47 tag of the lesson's text. */
  readonly language: string
  /** Without it `text`. */
  readonly as?: AnswerKind
}

export interface AnswerMatch {
  readonly source: 'accepted' | 'distractor'
  /** Place in the list that `source` names. */
  readonly index: number
}

/**
 * Hyphens and spaces that are written either way: "anti-submarine", "anti submarine"; "Tu-160", "Tu 160", "Tu160"; every space between
 * Korean words. Not "5-10".
 */
const joined = (folded: string): string =>
  folded
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/(?<=\p{Script=Hangul}) (?=\p{Script=Hangul})/gu, '')
    .replace(/(?<=\p{L})[\s-]+(?=\d)|(?<=\d)[\s-]+(?=\p{L})/gu, '')

/** "8,000 km" as its number and its unit; null for everything else that holds digits. */
function parseQuantity(text: string, language: string): { value: number; unit: string } | null {
  const match = /^(\p{Sc}?)\s*([-+]?[.,\u066b]?\d(?:[\d.,'\s\u066b\u066c\u060c]*\d)?)(\D*)$/u.exec(
    foldAnswer(text, language),
  )
  const value = match ? parseNumber(match[2] ?? '', language) : null
  return value === null
    ? null
    : { value, unit: foldAnswer(`${match?.[1] ?? ''}${match?.[3] ?? ''}`, language) }
}

function isSameQuantity(given: string, accepted: string, language: string): boolean {
  const expected = parseQuantity(accepted, language)
  const found = expected && parseQuantity(given, language)
  return expected !== null && found !== null && expected.value === found.value && expected.unit === found.unit
}

function isSameDate(given: string, accepted: string, language: string): boolean {
  const expected = parseDay(accepted, language)
  const found = expected && parseDay(given, language)
  return expected !== null && found !== null && isSameDay(expected, found)
}

/**
 * Whether two typed answers are the same without any slip: the same folded text, or the same number with the same unit, or the same day.
 * As `text` only what holds a month's name or a full year counts as a day, so that "24/7" and "16.9" stay what they are.
 */
export function isSameAnswer(given: string, accepted: string, options: ComparisonOptions): boolean {
  const { language, as = 'text' } = options
  if (joined(foldAnswer(given, language)) === joined(foldAnswer(accepted, language))) return true
  if (!/\p{Nd}/u.test(accepted) || !/\p{Nd}/u.test(given)) return false
  const isDate = as === 'date' || (as === 'text' && /\p{L}|\p{Nd}{4}/u.test(accepted))
  if (isDate && isSameDate(given, accepted, language)) return true
  return as !== 'date' && isSameQuantity(given, accepted, language)
}

const slipsAllowed = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : 2)

/** Number of slips between two answers, 0 for none; null when they are too many to be slips. */
function slipsBetween(given: string, accepted: string, language: string): number | null {
  const [one, other] = [given, accepted].map((text) => joined(foldAnswer(text, language))) as [string, string] // two in, two out
  if (one === other) return 0
  if (/\p{Nd}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(one + other)) return null
  const slips = distance(one, other)
  if (slips > slipsAllowed(Math.min(one.length, other.length))) return null
  const [words, otherWords] = [one.split(' '), other.split(' ')]
  if (words.length !== otherWords.length) return slips === 1 ? slips : null
  const areSlips = words.every((word, index) => {
    const otherWord = otherWords[index] ?? word
    if (word === otherWord) return true
    if (word.endsWith(otherWord) || otherWord.endsWith(word)) return false
    return distance(word, otherWord) <= Math.max(1, slipsAllowed(Math.min(word.length, otherWord.length)))
  })
  return areSlips ? slips : null
}

/** The answer of a list with the fewest slips, or null. */
function nearest(
  given: string,
  answers: readonly string[],
  options: ComparisonOptions,
): { index: number; slips: number } | null {
  let best: { index: number; slips: number } | null = null
  for (const [index, answer] of answers.entries()) {
    const slips = isSameAnswer(given, answer, options) ? 0 : slipsBetween(given, answer, options.language)
    if (slips !== null && slips < (best?.slips ?? Infinity)) best = { index, slips }
  }
  return best
}

/**
 * The one rule by which typed answers are compared: which of the accepted answers or of the expected wrong ones (`distractors`) was
 * meant, or null for neither. The text that was typed is never empty here; an empty one matches nothing.
 *
 * 1. **Forgiven always** (`foldAnswer`): width, case by the rules of the language, shape of quotes and dashes, accents of Latin, Greek,
 *    Cyrillic and Arabic letters (ё is е, й stays; أ is ا, ؤ stays), white space, punctuation at the ends, leading articles; a hyphen or a space between two words
 *    ("anti-submarine", "anti submarine") and none, one or the other between letter and figure ("Tu-160", "Tu 160", "TU160"); spaces between Korean words.
 * 2. **Numbers** compare by value ("8,000 km" and "8000 km"; see `parseNumber`), the unit as text. **Dates** compare as days ("2023-09-16",
 *    "16 September 2023", "September 16"; see `parseDay`); a year that one side leaves out is not compared. With `as: date` or
 *    `as: number` an answer that cannot be read as such compares as text.
 * 3. **Slips**: letters put in, left out or changed. One is forgiven when the shorter of both texts has at least 5 characters, two from
 *    10; in one word of fewer than ten letters only one ("North Korea" is not "South Korea"). Where one text has a space more, only one.
 *    Never forgiven: in a text with figures (Tu-95, Tu-160), in Chinese and Japanese writing (a character is a word), and letters added to
 *    or missing from the front of a word, which turn its meaning round ("profitable", "unprofitable").
 * 4. **Expected wrong answers win over slips**: a text that is a distractor, or is as near to a distractor as to an accepted answer, is
 *    not accepted.
 */
export function matchAnswer(
  given: string,
  answers: { readonly accepted: readonly string[]; readonly distractors?: readonly string[] },
  options: ComparisonOptions,
): AnswerMatch | null {
  if (given.trim() === '') return null
  const accepted = nearest(given, answers.accepted, options)
  if (accepted?.slips === 0) return { source: 'accepted', index: accepted.index }
  const distractor = nearest(given, answers.distractors ?? [], options)
  if (accepted && accepted.slips < (distractor?.slips ?? Infinity))
    return { source: 'accepted', index: accepted.index }
  return distractor && { source: 'distractor', index: distractor.index }
}
