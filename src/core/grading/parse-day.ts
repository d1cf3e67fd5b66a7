import { foldAnswer, primaryLanguage } from './fold-answer.ts'

/** A day of the Gregorian calendar. `month` and `day` count from 1. */
export interface Day {
  /** Null when it was left out; below 100 when it was written with two digits. */
  readonly year: number | null
  readonly month: number
  readonly day: number
}

interface DateWords {
  /** Names of the twelve months, folded: full, short, standing alone and within a date. */
  readonly months: readonly (readonly string[])[]
  /** Words that may stand in a date without saying anything: weekdays, "of", "de", "г". */
  readonly fillers: ReadonlySet<string>
  /** How the language writes a day in figures. */
  readonly order: 'day-first' | 'month-first' | 'year-first'
}

/** Words of dates that Intl's patterns do not hold. */
const MORE_FILLERS: Readonly<Record<string, readonly string[]>> = {
  de: ['am', 'den', 'der', 'dem'],
  en: ['of', 'on', 'the'],
  es: ['el', 'del'],
  fr: ['le'],
  it: ['il'],
}
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const IN_GREGORIAN = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const

const wordsOf = (folded: string): string[] =>
  folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')

function readOrder(language: string): DateWords['order'] {
  const parts = new Intl.DateTimeFormat(language, {
    ...IN_GREGORIAN,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(0)
  const first = parts.find(
    (part) => part.type === 'year' || part.type === 'month' || part.type === 'day',
  )?.type
  return first === 'year' ? 'year-first' : first === 'month' ? 'month-first' : 'day-first'
}

function readDateWords(language: string): DateWords {
  const styles = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric' } as const,
  ])
  const formats = styles.map((style) => new Intl.DateTimeFormat(language, { ...IN_GREGORIAN, ...style }))
  const fillers = new Set(MORE_FILLERS[primaryLanguage(language)])
  const months = LONGEST_MONTHS.map((_, month) => {
    const parts = formats.flatMap((format) =>
      format.formatToParts(Date.UTC(2023, month, 16)).filter((part) => part.type === 'month'),
    )
    const names = parts.map((part) => wordsOf(foldAnswer(part.value, language)))
    for (const word of names.flatMap((words) => words.slice(0, -1))) fillers.add(word) // Catalan: "de gener"
    return [...new Set(names.flatMap((words) => words.slice(-1)).filter((name) => !/\d/.test(name)))]
  })
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, {
      ...IN_GREGORIAN,
      weekday,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    for (let day = 10; day <= 16; day++) {
      const parts = format
        .formatToParts(Date.UTC(2023, 8, day))
        .filter((part) => part.type === 'weekday' || part.type === 'literal')
      for (const word of parts.flatMap((part) => wordsOf(foldAnswer(part.value, language)))) fillers.add(word)
    }
  }
  return { months, fillers, order: readOrder(language) }
}

const knownWords = new Map<string, DateWords>()

function dateWordsOf(language: string): DateWords {
  const words = knownWords.get(language) ?? readDateWords(language)
  knownWords.set(language, words)
  return words
}

/** Month (1 to 12) of a name, or of three letters and more with which only one month begins; else null. */
function monthOf(word: string, months: DateWords['months']): number | null {
  const named = months.findIndex((names) => names.includes(word))
  if (named >= 0) return named + 1
  if (word.length < 3) return null
  const begun = months.flatMap((names, index) =>
    names.some((name) => name.startsWith(word)) ? [index + 1] : [],
  )
  return begun.length === 1 ? (begun[0] ?? null) : null
}

function dayOf(
  year: string | null | undefined,
  month: number | string | undefined,
  day: string | undefined,
): Day | null {
  const read: Day = { year: year == null ? null : Number(year), month: Number(month), day: Number(day) }
  return read.day >= 1 && read.day <= (LONGEST_MONTHS[read.month - 1] ?? 0) ? read : null
}

/** "2023-09-16", "16/09/2023", "16.9.", "9/16/23". */
function parseFigures(folded: string, order: DateWords['order']): Day | null {
  const match = /^(\d{1,4})\s*([-./])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?$/.exec(folded)
  if (!match) return null
  const [, first = '', mark, second, third] = match
  if (first.length > 2) return dayOf(first, second, third)
  const asDayFirst = dayOf(third, second, first)
  const asMonthFirst = dayOf(third, first, second)
  const isDayFirst = order === 'day-first' || (order === 'month-first' && mark === '.')
  return isDayFirst ? (asDayFirst ?? asMonthFirst) : (asMonthFirst ?? asDayFirst)
}

/** "16 September 2023", "Saturday, September 16th", "16 de septiembre de 2023". */
function parseNames(folded: string, words: DateWords): Day | null {
  const numbers: string[] = []
  const months: number[] = []
  for (const word of wordsOf(folded)) {
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|re|eme|e|o|a)?$/.exec(word)?.[1]
    const month = number === undefined ? monthOf(word, words.months) : null
    if (number !== undefined) numbers.push(number)
    else if (words.months.some((names) => names.includes(word))) months.push(month ?? 0)
    else if (words.fillers.has(word)) continue
    else if (month !== null) months.push(month)
    else return null
  }
  if (months.length !== 1 || numbers.length < 1 || numbers.length > 2) return null
  const [first = '', second] = numbers
  const isYearFirst = first.length > 2
  return isYearFirst ? dayOf(first, months[0], second) : dayOf(second, months[0], first)
}

/**
 * The day that a reader typed, or null when the text is not one. Read are ISO days, days in figures, and days with the name of the month
 * in `language` (BCP 47; names from Intl, also shortened), with or without year, weekday and ordinal endings.
 *
 * Which of two figures is the day: with points the first, except in languages that begin with the year; else the order of the language's
 * region ("05/09" is 9 May in `en` and `en-US`, 5 September in `en-GB`). Where that order gives no day, the other is read.
 */
export function parseDay(text: string, language: string): Day | null {
  const folded = foldAnswer(text, language)
  const eastAsian = /^(?:(\d{2,4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?$/u.exec(folded)
  if (eastAsian) return dayOf(eastAsian[1], eastAsian[2], eastAsian[3])
  const words = dateWordsOf(language)
  return parseFigures(folded, words.order) ?? parseNames(folded, words)
}

/** Whether both are the same day. A year that one of them leaves out is not compared; one of two digits is compared by two digits. */
export function isSameDay(one: Day, other: Day): boolean {
  if (one.month !== other.month || one.day !== other.day) return false
  if (one.year === null || other.year === null || one.year === other.year) return true
  return Math.min(one.year, other.year) < 100 && one.year % 100 === other.year % 100
}
