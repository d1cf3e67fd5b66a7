import type { Article } from '#core/lesson/model.ts'
import { plainText } from '#core/lesson/text.ts'
import type { Highlight, ProgressEvent } from '#core/progress/events.ts'

/** Where a highlight stands in today's article: a paragraph's number, and offsets in its text. */
export interface HighlightPlace {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** So many characters on each side tell two places of the same words apart. */
const CONTEXT = 32

/** The highlights of a reading after all its events, in the order in which they were made. */
export function foldHighlights(events: readonly ProgressEvent[]): readonly Highlight[] {
  const kept = new Map<string, Highlight>()
  for (const { happening } of events) {
    if (happening.kind === 'highlighted') kept.set(happening.highlight.id, happening.highlight)
    if (happening.kind === 'highlight-removed') kept.delete(happening.id)
  }
  return [...kept.values()]
}

const paragraphsOf = (article: Article) =>
  article.sections.flatMap((section) =>
    section.paragraphs.map(({ number, sentences }) => ({
      section: section.id,
      number,
      text: sentences.map(({ inlines }) => plainText(inlines)).join(''),
    })),
  )

/** The selector of a piece of a paragraph; null when nothing but white space is in it. `start` and `end` are offsets in the paragraph's text. */
export function quoteAt(
  article: Article,
  { paragraph, start, end }: HighlightPlace,
): Pick<Highlight, 'level' | 'section' | 'exact' | 'prefix' | 'suffix'> | null {
  const found = paragraphsOf(article).find(({ number }) => number === paragraph)
  const exact = found?.text.slice(start, end).trim() ?? ''
  if (found === undefined || exact === '') return null
  const from = found.text.indexOf(exact, start)
  return {
    level: article.level,
    section: found.section,
    exact,
    prefix: found.text.slice(Math.max(0, from - CONTEXT), from),
    suffix: found.text.slice(from + exact.length, from + exact.length + CONTEXT),
  }
}

/** Where a highlight's words stand now; of several places the one with the likest surroundings, its own section first. Null when they are gone. */
export function placeOfHighlight(article: Article, highlight: Highlight): HighlightPlace | null {
  const places = paragraphsOf(article).flatMap(({ section, number, text }) =>
    occurrences(text, highlight.exact).map((start) => ({
      paragraph: number,
      start,
      end: start + highlight.exact.length,
      likeness:
        (section === highlight.section ? CONTEXT : 0) +
        commonEnd(text.slice(0, start), highlight.prefix) +
        commonStart(text.slice(start + highlight.exact.length), highlight.suffix),
    })),
  )
  const [best] = places.sort((one, other) => other.likeness - one.likeness)
  return best === undefined ? null : { paragraph: best.paragraph, start: best.start, end: best.end }
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++
  return length
}

const commonEnd = (one: string, other: string): number =>
  commonStart([...one].reverse().join(''), [...other].reverse().join(''))
