import { alignLevels, counterparts, type Alignment } from '#core/lesson/alignment.ts'
import { articleOf, locateSentences } from '#core/lesson/questions.ts'
import type { Lesson, Level } from '#core/lesson/model.ts'

/** A place of one level in the words of another. Fetched when it is wanted: who reads one level does without it. */
export interface LevelPlace {
  readonly paragraph: number
  /** From 0. */
  readonly sentence: number
}

/** The place at another level that says what this place says; null where that leaves it out. */
export function placeAtLevel(
  lesson: Lesson,
  { from, to }: { readonly from: Level; readonly to: Level },
  place: LevelPlace,
): LevelPlace | null {
  const alignment = alignmentOf(lesson, from, to)
  const [paragraph] = counterparts(alignment, place.paragraph)
  if (paragraph === undefined) return null
  const sentences = articleOf(lesson, from)
    .sections.flatMap(({ paragraphs }) => paragraphs)
    .find(({ number }) => number === place.paragraph)?.sentences
  // A sentence that the other level leaves out is looked for where the one before it is.
  for (const sentence of (sentences ?? []).slice(0, place.sentence + 1).reverse()) {
    const [found] = alignment.sentences.get(sentence.id) ?? []
    const there = found === undefined ? undefined : locateSentences(articleOf(lesson, to)).get(found)
    if (there !== undefined) return { paragraph: there.paragraph, sentence: there.sentenceNumber - 1 }
  }
  return { paragraph, sentence: 0 }
}

/** The paragraphs of a level that say what a paragraph says; empty where it leaves that out. */
export const paragraphsAtLevel = (
  lesson: Lesson,
  { from, to }: { readonly from: Level; readonly to: Level },
  paragraph: number,
): readonly number[] => counterparts(alignmentOf(lesson, from, to), paragraph)

/** A lesson does not change while it is read. */
const known = new WeakMap<Lesson, Map<string, Alignment>>()

function alignmentOf(lesson: Lesson, from: Level, to: Level): Alignment {
  const own = known.get(lesson) ?? new Map<string, Alignment>()
  known.set(lesson, own)
  const alignment = own.get(`${from} ${to}`) ?? alignLevels(lesson, from, to)
  own.set(`${from} ${to}`, alignment)
  return alignment
}
