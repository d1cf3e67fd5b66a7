import * as v from 'valibot'
import { ID_PATTERN } from '#core/kernel/ids.ts'
import { LEVELS, PROCESSES } from '#core/lesson/model.ts'

/** The newest version of the format that this code reads. */
export const FORMAT_VERSION = 1

/** More would only hide what the other questions count. */
const MAX_POINTS = 100

const text = (description: string) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.description(description))
const id = (description: string) =>
  v.pipe(v.string(), v.regex(ID_PATTERN, 'bad-id'), v.description(description))
const day = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'bad-date'),
    v.check(isDay, 'bad-date'),
    v.description(description),
  )
/** A day, or a month or a year where no more is known. YAML takes a bare year for a number. */
const partialDate = (description: string) =>
  v.pipe(
    v.union([
      v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}){0,2}$/, 'bad-date'), v.check(isPartialDate, 'bad-date')),
      v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(9999), v.transform(String)),
    ]),
    v.description(description),
  )
const url = (description: string) =>
  v.pipe(
    v.string(),
    v.startsWith('https://', 'bad-url'),
    v.check(isHttpsUrl, 'bad-url'),
    v.description(description),
  )

/** Whether a text is a day of the calendar, `2023-09-16`. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (match === null) return false
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number] // three groups of digits
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, date)
  return year > 0 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
}

/** Whether a text is a day, a month or a year of the calendar: `2023-09-16`, `2023-09`, `2023`. */
export const isPartialDate = (value: string): boolean => isDay(`${value}-01-01`.slice(0, 10))

function isHttpsUrl(value: string): boolean {
  try {
    const { protocol, username, password } = new URL(value)
    return protocol === 'https:' && username === '' && password === '' && !/\s/.test(value)
  } catch {
    return false
  }
}

function isLanguageTag(value: string): boolean {
  try {
    // a language has two or three letters; "English" is well formed, and the tag of none
    return /^[a-z]{2,3}(?:-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

const sourceSchema = v.strictObject({
  id: id('Short name of the source: small letters, digits and hyphens.'),
  title: text('Title of the article, report or document.'),
  publisher: text('Who published it.'),
  date: day('Day of publication, written 2023-09-16.'),
  url: v.optional(url('Address of the source; https only.')),
  note: v.optional(text('Anything a reader should know about the source.')),
  facts: v.optional(
    v.pipe(v.array(text('One fact.')), v.description('Short statements that rest on this source.')),
  ),
})

const reportSchema = v.strictObject({
  id: id('Short name of the report, part of the names of its files: small letters, digits and hyphens.'),
  title: text('What readers see as its name.'),
  sources: v.pipe(
    v.array(id('Id of one of the sources.')),
    v.minLength(1),
    v.description('Ids of the sources that the report follows.'),
  ),
})

const glossaryEntrySchema = v.strictObject({
  term: text('The word or phrase as it stands in the article.'),
  meaning: text('What it means, in a few plain words.'),
  forms: v.optional(
    v.pipe(
      v.array(text('Another spelling.')),
      v.description('Other spellings of the term in the articles, such as a plural.'),
    ),
  ),
})

const placeSchema = v.strictObject({
  id: id('Short name of the place: small letters, digits and hyphens.'),
  name: text('Name of the place as the reader sees it.'),
  forms: v.optional(
    v.pipe(
      v.array(text('Another spelling.')),
      v.description(
        'Other spellings of the name in the articles: by name and forms its sentences are found.',
      ),
    ),
  ),
  latitude: v.pipe(
    v.number(),
    v.minValue(-90),
    v.maxValue(90),
    v.description('Degrees north of the equator; negative in the south.'),
  ),
  longitude: v.pipe(
    v.number(),
    v.minValue(-180),
    v.maxValue(180),
    v.description('Degrees east of Greenwich; negative in the west.'),
  ),
  date: v.optional(day('Day on which the event was there, written 2023-09-16.')),
  note: v.optional(text('What happened there.')),
})

const timelineEntrySchema = v.strictObject({
  date: partialDate('Day, written 2023-09-16; 2023-09 or 2023 where no more is known.'),
  text: text('What happened then.'),
  place: v.optional(id('Id of one of the places.')),
  section: v.optional(id('Id of the section that tells of it.')),
})

/** lesson.yaml as its author writes it, field by field in the order in which it is written. */
export const lessonSchema = v.strictObject({
  format: v.pipe(v.literal(FORMAT_VERSION), v.description('Version of the lesson format.')),
  title: text('Headline of the lesson.'),
  summary: text('One or two sentences for the card in the library.'),
  language: v.pipe(
    v.string(),
    v.check(isLanguageTag, 'bad-language'),
    v.description('Language of the text as a BCP 47 tag: en, es, ar …'),
  ),
  eventDate: day('Day of the event, written 2023-09-16.'),
  asOf: v.optional(day('Day on which the facts were last checked.')),
  topic: v.pipe(
    v.array(text('One word.')),
    v.minLength(1),
    v.maxLength(3),
    v.description('One to three words: [World, Diplomacy].'),
  ),
  licence: v.pipe(
    v.string(),
    v.regex(/^\(?[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*\)?$/, 'bad-licence'),
    v.description('SPDX id of the licence of the lesson’s own words: CC-BY-4.0.'),
  ),
  levels: v.pipe(
    v.array(v.picklist(LEVELS)),
    v.minLength(1),
    v.description('Levels, easiest first; each has its article.<level>.md.'),
  ),
  defaultLevel: v.optional(
    v.pipe(v.picklist(LEVELS), v.description('Level that a first visitor sees; without it the middle one.')),
  ),
  sources: v.pipe(v.array(sourceSchema), v.minLength(1), v.description('Where the facts come from.')),
  reports: v.optional(
    v.pipe(
      v.array(reportSchema),
      v.minLength(1),
      v.maxLength(1), // the reader sets two texts side by side
      v.description('A second report of the same event; it has its report.<id>.<level>.md.'),
    ),
  ),
  glossary: v.optional(
    v.pipe(v.array(glossaryEntrySchema), v.description('Words that readers can look up in the article.')),
  ),
  places: v.optional(v.pipe(v.array(placeSchema), v.description('Places of the event, for the map.'))),
  route: v.optional(
    v.pipe(
      v.array(id('Id of one of the places.')),
      v.minLength(2),
      v.description('Ids of places in the order of one journey, drawn as a line; a place may come again.'),
    ),
  ),
  timeline: v.optional(v.pipe(v.array(timelineEntrySchema), v.description('What happened when.'))),
  abbreviations: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^\S+\.$/u, 'bad-abbreviation'))),
      v.description(
        'Words with a full stop at the end that do not end a sentence, beyond the language’s usual ones.',
      ),
    ),
  ),
})
export type AuthoredLesson = v.InferOutput<typeof lessonSchema>

const quoteSchema = text('Exact words of the article at this level.')
const quotesSchema = v.union([quoteSchema, v.pipe(v.array(quoteSchema), v.minLength(1))])

/** The envelope of a question as its author writes it, in the order in which it is written; the type's own fields follow `stem`. */
export const envelopeSchema = v.strictObject({
  id: id('Short name of the question, once in the lesson: small letters, digits and hyphens.'),
  type: v.pipe(v.string(), v.description('What the reader does.')),
  section: id('Id of the section after which the question is asked.'),
  process: v.pipe(
    v.picklist(PROCESSES),
    v.description('What the reader must do: retrieve, infer, interpret or evaluate.'),
  ),
  stem: text('The question.'),
  reworded: v.optional(
    v.pipe(
      v.array(text('Another wording.')),
      v.description('Other wordings of the stem, used when the question comes back.'),
    ),
  ),
  points: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(MAX_POINTS),
      v.description('Whole number from 1 to 100; without it the type’s usual points.'),
    ),
  ),
  explanation: text('One or two sentences: why the key is right.'),
  evidence: v.pipe(
    v.strictObject(
      Object.fromEntries(
        LEVELS.toReversed().map((level) => [
          level,
          v.optional(
            v.pipe(
              quotesSchema,
              v.description(
                `Words of article.${level}.md, or of a report at this level, that prove the key: a quote or a list of quotes.`,
              ),
            ),
          ),
        ]),
      ),
    ),
    v.description('For each level of the lesson the exact words of its article that prove the key.'),
  ),
  asOf: v.optional(day('Day from which the key is known to hold.')),
  validUntil: v.optional(day('Day until which the key is known to hold.')),
})
export type AuthoredEnvelope = v.InferOutput<typeof envelopeSchema>
