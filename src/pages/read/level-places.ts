import { alignLevels, counterparts, type Alignment } from '#core/lesson/alignment.ts'
import { articleOf, locateSentences } from '#core/lesson/questions.ts'
import type { Lesson, Level, Paragraph } from '#core/lesson/model.ts'

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

/** A paragraph in the words of the next lower level. */
export interface EasierVersion {
  readonly level: Level
  /** Empty where that level leaves the paragraph out. */
  readonly paragraphs: readonly Paragraph[]
  /** Other paragraphs of the level that is read that these say as well. */
  readonly alsoOf: readonly number[]
}

/** The easier version of a paragraph; null at the lowest level, and while the lesson's other levels are not there. */
export function easierVersion(lesson: Lesson, level: Level, paragraph: number): EasierVersion | null {
  const lower = lesson.levels[lesson.levels.indexOf(level) - 1]
  const article = lower === undefined ? undefined : lesson.articles[lower]
  if (article === undefined) return null
  const match = alignmentOf(lesson, level, article.level).paragraphs.find(({ from }) =>
    from.includes(paragraph),
  )
  return {
    level: article.level,
    paragraphs: article.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .filter(({ number }) => match?.to.includes(number)),
    alsoOf: match?.from.filter((number) => number !== paragraph) ?? [],
  }
}

/** A lesson does not change while it is read. */
const known = new WeakMap<Lesson, Map<string, Alignment>>()

function alignmentOf(lesson: Lesson, from: Level, to: Level): Alignment {
  const own = known.get(lesson) ?? new Map<string, Alignment>()
  known.set(lesson, own)
  const alignment = own.get(`${from} ${to}`) ?? alignLevels(lesson, from, to)
  own.set(`${from} ${to}`, alignment)
  return alignment
}
