import { segmenterOf } from '#core/lesson/words.ts'

/** A run of a text, in UTF-16 units: `end` is the first that no longer belongs to it. */
export interface Span {
  readonly start: number
  readonly end: number
}

const HYPHENS = new Set(['-', '\u2010', '\u2011'])

/**
 * The word at a place of a text or, where none is, the next one; null after the last. A word with hyphens is one: `Tu-95MS` is
 * heard in one go.
 */
export function wordAt(text: string, at: number, language: string): Span | null {
  const segments = segmenterOf(language, 'word').segment(text)
  let segment = segments.containing(Math.max(0, at))
  while (segment !== undefined && segment.isWordLike !== true)
    segment = segments.containing(segment.index + segment.segment.length)
  if (segment === undefined) return null
  let start = segment.index
  let end = start + segment.segment.length
  while (HYPHENS.has(text[start - 1] ?? '')) {
    const before = segments.containing(start - 2)
    if (start < 2 || before?.isWordLike !== true) break
    start = before.index
  }
  while (HYPHENS.has(text[end] ?? '')) {
    const after = segments.containing(end + 1)
    if (after?.isWordLike !== true) break
    end = after.index + after.segment.length
  }
  return { start, end }
}

/** Letters a second of a usual voice at its own speed: 150 words of six letters with their space a minute, and some air. */
const LETTERS_PER_SECOND = 14
/** Chrome's voices of the net fall silent after about 15 s, without a word of it (Chromium issue 41294170). */
const LONGEST_SECONDS = 10

/** How many letters a voice of the net is given at once. */
export const lettersAtOnce = (rate: number): number => Math.floor(LETTERS_PER_SECOND * LONGEST_SECONDS * rate)

/** A text in parts of at most `most` letters, cut after a comma or another pause where there is one, else between words. */
export function partsOf(text: string, most: number): readonly Span[] {
  const parts: Span[] = []
  let start = 0
  while (text.length - start > most) {
    const window = text.slice(start, start + most)
    const pause = Math.max(...[', ', '; ', ': ', ' – ', ' — ', '، '].map((mark) => window.lastIndexOf(mark)))
    const cut = pause > most / 3 ? pause + 1 : window.lastIndexOf(' ')
    const end = start + (cut > 0 ? cut + 1 : most)
    parts.push({ start, end })
    start = end
  }
  return [...parts, { start, end: text.length }]
}

/** So long a voice may take before its first sound; some wait for the net. */
export const START_PATIENCE_MS = 8_000

/** So long no more is heard before a voice counts as stuck: many times what the slowest script needs for `letters`. */
export const patienceMs = (letters: number, rate: number): number => 5_000 + (letters * 250) / rate
