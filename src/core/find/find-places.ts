import { articleOf } from '#core/lesson/questions.ts'
import type { Article, Lesson, Level } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { findWords, markWords, type MarkedRun } from './find-words.ts'

/** A place of a lesson where sought words stand, and the anchor that leads to it in the reader. */
export interface FoundPlace {
  readonly kind: 'section' | 'sentence' | 'question'
  readonly anchor: string
  /** Where it does not stand at the default level. */
  readonly level?: Level
  readonly runs: readonly MarkedRun[]
}

type Place = Omit<FoundPlace, 'runs'> & { readonly text: string }

/**
 * The places that hold most of the sought words, in the order of the lesson: the text of the default level and the questions. Words that
 * stand at another level alone are shown there, at the level that has most of them: one place beside others, more where there are no others.
 */
export function placesOf(lesson: Lesson, terms: readonly string[], most: number): FoundPlace[] {
  const { defaultLevel, language } = lesson
  const usual = usualPlaces(lesson)
  const own = [lesson.title, lesson.summary, ...lesson.topic, ...usual.map(({ text }) => text)]
  const known = new Set(own.flatMap((text) => findWords(text, language)))
  const lacking = terms.filter((term) => ![...known].some((word) => word.startsWith(term)))
  const isAlone = fullest(usual, terms, { most: 1, language }).length === 0
  const [others = []] = (lacking.length === 0 ? [] : lesson.levels)
    .filter((level) => level !== defaultLevel)
    .map((level) => textPlaces(articleOf(lesson, level), level))
    .map((places) => fullest(places, lacking, { most: isAlone ? most : 1, language }))
    .toSorted((one, other) => mostHits(other) - mostHits(one))
  const found = [...fullest(usual, terms, { most: most - others.length, language }), ...others]
  return found.map(({ place: { text, ...place } }) => ({ ...place, runs: markWords(text, terms, language) }))
}

/** The headings and sentences of an article; `level` where it is not the default one. */
const textPlaces = ({ sections }: Article, level?: Level): Place[] =>
  sections.flatMap((section): Place[] => [
    { kind: 'section', anchor: `section-${section.id}`, ...(level && { level }), text: section.title },
    ...section.paragraphs.flatMap(({ number, sentences }) =>
      sentences.map((sentence): Place => ({
        kind: 'sentence',
        anchor: `paragraph-${level === undefined ? '' : `${level}-`}${number}`,
        ...(level && { level }),
        text: sentenceText(sentence),
      })),
    ),
  ])

const usualPlaces = (lesson: Lesson): readonly Place[] => [
  ...textPlaces(articleOf(lesson, lesson.defaultLevel)),
  ...lesson.questions.map(({ id, stem }): Place => ({
    kind: 'question',
    anchor: `question-${id}`,
    text: stem,
  })),
]

interface RatedPlace {
  readonly place: Place
  readonly index: number
  readonly hits: number
}

const mostHits = (places: readonly RatedPlace[]): number => Math.max(0, ...places.map(({ hits }) => hits))

/** The places that hold most of the terms, in the order in which they stand. */
function fullest(
  places: readonly Place[],
  terms: readonly string[],
  { most, language }: { readonly most: number; readonly language: string },
): RatedPlace[] {
  const rated = places.map((place, index) => {
    const words = findWords(place.text, language)
    const hits = terms.filter((term) => words.some((word) => word.startsWith(term))).length
    return { place, index, hits }
  })
  return rated
    .filter(({ hits }) => hits > 0)
    .toSorted((one, other) => other.hits - one.hits || one.index - other.index)
    .slice(0, most)
    .toSorted((one, other) => one.index - other.index)
}
