import { articleOf } from '#core/lesson/questions.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { findWords, markWords, type MarkedRun } from './find-words.ts'

/** A place of a lesson where sought words stand, and the anchor that leads to it in the reader. */
export interface FoundPlace {
  readonly kind: 'section' | 'sentence' | 'question'
  readonly anchor: string
  readonly runs: readonly MarkedRun[]
}

/** The places that hold most of the sought words, in the order of the lesson; the text of the default level and the questions. */
export function placesOf(lesson: Lesson, terms: readonly string[], most: number): FoundPlace[] {
  const article = articleOf(lesson, lesson.defaultLevel)
  const texts = [
    ...article.sections.flatMap((section) => [
      { kind: 'section' as const, anchor: `section-${section.id}`, text: section.title },
      ...section.paragraphs.flatMap(({ number, sentences }) =>
        sentences.map((sentence) => ({
          kind: 'sentence' as const,
          anchor: `paragraph-${number}`,
          text: sentenceText(sentence),
        })),
      ),
    ]),
    ...lesson.questions.map(({ id, stem }) => ({
      kind: 'question' as const,
      anchor: `question-${id}`,
      text: stem,
    })),
  ]
  const rated = texts.map((place, index) => {
    const words = findWords(place.text, lesson.language)
    const hits = terms.filter((term) => words.some((word) => word.startsWith(term))).length
    return { place, index, hits }
  })
  return rated
    .filter(({ hits }) => hits > 0)
    .toSorted((one, other) => other.hits - one.hits || one.index - other.index)
    .slice(0, most)
    .toSorted((one, other) => one.index - other.index)
    .map(({ place: { text, ...place } }) => ({ ...place, runs: markWords(text, terms, lesson.language) }))
}
