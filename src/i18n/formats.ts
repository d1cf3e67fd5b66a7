/** The regions whose way of writing dates and numbers a locale without one stands for. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB' }

/** The tag that `Intl` is asked with. Figures are Latin in every language, as they are in the lessons and in the messages. */
export const formatTag = (locale: string): string => `${REGIONS[locale] ?? locale}-u-nu-latn`

/** One formatter a locale: to make one costs milliseconds, to use it almost nothing. */
function perLocale<Formatter>(make: (tag: string) => Formatter): (locale: string) => Formatter {
  const made = new Map<string, Formatter>()
  return (locale) => {
    const known = made.get(locale) ?? make(formatTag(locale))
    made.set(locale, known)
    return known
  }
}

const days = perLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }))
const months = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
)
const years = perLocale((tag) => new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' }))
const lists = perLocale((tag) => new Intl.ListFormat(tag))
const numbers = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }))
const percents = perLocale((tag) => new Intl.NumberFormat(tag, { style: 'percent' }))

/** A day (`2023-09-16`) in words of the locale. Read as UTC, so that no time zone moves it. */
export const formatDay = (day: string, locale: string): string =>
  days(locale).format(new Date(`${day}T00:00:00Z`))

/** A day, a month (`2023-09`) or a year (`2023`) in words of the locale. */
export function formatDate(date: string, locale: string): string {
  if (date.length > 7) return formatDay(date, locale)
  return (date.length > 4 ? months : years)(locale).format(new Date(`${date}-01-01`.slice(0, 10)))
}

/** "a, b and c". One alone, as the paragraph of most proofs, waits for no formatter. */
export const formatList = (items: readonly string[], locale: string): string =>
  items.length > 1 ? lists(locale).format(items) : (items[0] ?? '')

/**
 * A number with at most two decimals, a negative one with a minus and not with the hyphen that `Intl` writes. Whole ones below a thousand
 * have nothing to be formatted: they do not wait for a formatter, whose making a slow phone would feel at the first verdict.
 */
export const formatNumber = (value: number, locale: string): string =>
  Number.isInteger(value) && value >= 0 && value < 1000
    ? String(value)
    : numbers(locale).format(value).replace('-', '−')

/** A share (0.5) in whole percent. */
export const formatPercent = (share: number, locale: string): string => percents(locale).format(share)

/** What stands in a sentence of the interface and is written in another language, kept from turning the sentence's direction round. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

/** Silent reading of adults: 238 words a minute for non-fiction (Brysbaert 2019); halved for study with questions. */
const STUDY_WORDS_PER_MINUTE = 120

/** Whole minutes to read a text with care, at least 1. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / STUDY_WORDS_PER_MINUTE))
