import type { SectionId, SentenceId } from '#core/kernel/ids.ts'
import { hasName } from '#core/lesson-text/glossary-terms.ts'
import type { Article, Place } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'

/** A sentence that names a place, with where it stands. */
export interface PlaceSentence {
  readonly id: SentenceId
  readonly section: SectionId
  readonly paragraph: number
  readonly text: string
}

/** The sentences of an article that name a place, in their order. */
export function sentencesAt(place: Pick<Place, 'name' | 'forms'>, article: Article): PlaceSentence[] {
  const names = [place.name, ...(place.forms ?? [])]
  return article.sections.flatMap((section) =>
    section.paragraphs.flatMap(({ number, sentences }) =>
      sentences
        .filter(({ inlines }) => hasName(inlines, names))
        .map((sentence) => ({
          id: sentence.id,
          section: section.id,
          paragraph: number,
          text: sentenceText(sentence),
        })),
    ),
  )
}
