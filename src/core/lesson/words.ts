/** The words of a text in order, as written, without punctuation; `language` is a BCP 47 tag. Compounds with a hyphen give their parts. */
export function wordsOf(text: string, language: string): string[] {
  const segmenter = segmenterOf(language, 'word')
  return pieces(text).flatMap((piece) =>
    [...segmenter.segment(piece)]
      .filter((segment) => segment.isWordLike === true)
      .map((segment) => segment.segment),
  )
}

/** Making a segmenter costs more than a paragraph takes. One of each kind is kept: a lesson has one language. */
const kept = new Map<
  Intl.SegmenterOptions['granularity'],
  { readonly language: string; readonly segmenter: Intl.Segmenter }
>()

/** A segmenter by a tag that comes from a file: one that is not well-formed is read by the rules of no language. */
export function segmenterOf(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const known = kept.get(granularity)
  if (known?.language === language) return known.segmenter
  const segmenter = newSegmenter(language, granularity)
  kept.set(granularity, { language, segmenter })
  return segmenter
}

function newSegmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity })
  } catch {
    return new Intl.Segmenter('und', { granularity })
  }
}

/** Engines copy the whole text for each segment (V8 does): a long text goes to them in pieces, parted where no word is. */
const pieces = (text: string): string[] => text.match(/.{1,400}(?:\s|$)|.{1,400}/gsu) ?? []

/** The language of a BCP 47 tag without script and region, in small letters: `en` of `en-GB`. */
export const baseLanguage = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase()
