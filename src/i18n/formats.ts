/** The regions whose way of writing dates and numbers a locale without one stands for. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB' }

/** The tag that `Intl` is asked with. */
export const formatTag = (locale: string): string => REGIONS[locale] ?? locale

/** A day (`2023-09-16`) in words of the locale. Read as UTC, so that no time zone moves it. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(formatTag(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Silent reading of adults: 238 words a minute for non-fiction (Brysbaert 2019); halved for study with questions. */
const STUDY_WORDS_PER_MINUTE = 120

/** Whole minutes to read a text with care, at least 1. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / STUDY_WORDS_PER_MINUTE))
