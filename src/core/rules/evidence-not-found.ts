import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'
import { shorten } from './support/shorten.ts'

/** About how many characters of the nearest paragraph a message shows. */
const EXCERPT_LENGTH = 80

/**
 * A quote must be the article's own words, or no reader can be shown the line that proves the key. Exact matching with the quote kept
 * as text is the TextQuoteSelector of the W3C Web Annotation Data Model (2017), section 4.2.4; a near match is never taken silently.
 * Silent where the level's article has no text at all, which is another fault.
 */
export const evidenceNotFound: Rule = {
  id: 'evidence-not-found',
  check: (draft) =>
    draft.questions
      .flatMap((question) => question.quotes)
      .flatMap(({ level, quote, path, resolution }) => {
        if (resolution.kind !== 'missing' || resolution.nearest === null) return []
        const { paragraph, text, difference } = resolution.nearest
        return [
          inQuestions('evidence-not-found', 'error', path, {
            level,
            paragraph,
            nearest: excerptLike(text, quote),
            ...(difference === undefined ? {} : { variant: difference }),
          }),
        ]
      }),
}

/** The stretch of a paragraph that shares most words with the quote, so that the author sees where the two differ. */
function excerptLike(text: string, quote: string): string {
  if (text.length <= EXCERPT_LENGTH) return text
  const words = text.split(/\s+/)
  const quoted = new Set(quote.toLowerCase().split(/\s+/))
  const isQuoted = (word: string): boolean => quoted.has(word.toLowerCase())
  let best = { from: 0, shared: 0 }
  for (const [from, word] of words.entries()) {
    if (!isQuoted(word)) continue
    const shared = words.slice(from, from + wordsThatFit(words, from)).filter(isQuoted).length
    if (shared > best.shared) best = { from, shared }
  }
  return `${best.from > 0 ? '… ' : ''}${shorten(words.slice(best.from).join(' '), EXCERPT_LENGTH)}`
}

/** How many words from the given one on an excerpt can show. */
function wordsThatFit(words: readonly string[], from: number): number {
  let length = -1
  const tooMuch = words.slice(from).findIndex((word) => (length += word.length + 1) > EXCERPT_LENGTH)
  return tooMuch === -1 ? words.length - from : tooMuch
}
