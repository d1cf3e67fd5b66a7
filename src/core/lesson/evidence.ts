import type { SentenceId } from '#core/kernel/ids.ts'
import type { NearestText, Resolution, SentencePlace } from '#core/lesson-text/draft.ts'
import type { Article, Paragraph } from './model.ts'
import { plainText } from './text.ts'

/** So many places say enough of a quote that fits everywhere. */
const MAX_PLACES = 100

interface Span {
  readonly id: SentenceId
  readonly start: number
  readonly end: number
}

/** A paragraph as quotes are looked up in it. */
interface FoldedParagraph {
  readonly section: string
  readonly number: number
  readonly text: string
  readonly spans: readonly Span[]
}

interface Match {
  readonly paragraph: FoldedParagraph
  readonly start: number
  readonly end: number
}

/**
 * The sentences that a quote touches. It must stand in one paragraph, word for word (white space apart), and nowhere else.
 * An absent quote comes with the place that is most like it.
 */
export function resolveQuote(article: Article, quote: string): Resolution {
  const wanted = foldSpaces(quote)
  const paragraphs = foldedParagraphs(article)
  const matches = wanted === '' ? [] : paragraphs.flatMap((paragraph) => matchesIn(paragraph, wanted))
  const [only] = matches
  if (only === undefined) return { kind: 'missing', nearest: nearestText(paragraphs, wanted) }
  if (matches.length > 1) return { kind: 'ambiguous', places: matches.slice(0, MAX_PLACES).map(placeOf) }
  return { kind: 'found', sentences: touched(only).map((span) => span.id) }
}

const foldSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every question of a lesson asks for the same articles. */
const folded = new WeakMap<Article, readonly FoldedParagraph[]>()

function foldedParagraphs(article: Article): readonly FoldedParagraph[] {
  const known = folded.get(article)
  if (known !== undefined) return known
  const paragraphs = article.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => foldParagraph(section.id, paragraph)),
  )
  folded.set(article, paragraphs)
  return paragraphs
}

function foldParagraph(section: string, paragraph: Paragraph): FoldedParagraph {
  const parts: string[] = []
  let end = 0
  const spans = paragraph.sentences.map((sentence): Span => {
    const folded = plainText(sentence.inlines).replace(/\s+/g, ' ')
    const isAfterSpace = parts.length === 0 || parts.at(-1)?.endsWith(' ') === true
    const own = isAfterSpace ? folded.trimStart() : folded
    if (own !== '') parts.push(own)
    const start = end
    end += own.length
    return { id: sentence.id, start, end }
  })
  return { section, number: paragraph.number, text: parts.join(''), spans }
}

function matchesIn(paragraph: FoldedParagraph, wanted: string): Match[] {
  const matches: Match[] = []
  for (
    let start = paragraph.text.indexOf(wanted);
    start >= 0;
    start = paragraph.text.indexOf(wanted, start + 1)
  ) {
    matches.push({ paragraph, start, end: start + wanted.length })
  }
  return matches
}

const touched = ({ paragraph, start, end }: Match): Span[] =>
  paragraph.spans.filter(
    (span) =>
      span.start < end && start < span.start + paragraph.text.slice(span.start, span.end).trimEnd().length,
  )

function placeOf(match: Match): SentencePlace {
  const { paragraph } = match
  const [first] = touched(match)
  const sentence = paragraph.spans.findIndex((span) => span === first)
  const text = first === undefined ? '' : paragraph.text.slice(first.start, first.end).trim()
  return { section: paragraph.section, paragraph: paragraph.number, sentence: sentence + 1, text }
}

function nearestText(paragraphs: readonly FoldedParagraph[], wanted: string): NearestText | null {
  for (const difference of ['typography', 'case'] as const) {
    const place = looseMatch(paragraphs, wanted, difference)
    if (place !== null) return { ...place, difference }
  }
  return mostAlike(paragraphs, wanted)
}

/** A text with typographic variants folded (for `case`, capitals too), and for each of its units the unit it came from. */
function foldLoosely(text: string, difference: 'typography' | 'case'): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  let offset = 0
  for (const character of text) {
    const plain = foldCharacter(character)
    const piece = difference === 'case' ? plain.toLowerCase() : plain
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) origins.push(offset)
    offset += character.length
  }
  origins.push(offset)
  return { folded, origins }
}

function foldCharacter(character: string): string {
  if (/^[ -_a-~]$/.test(character)) return character
  return character
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2039\u203a`\u00b4\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ad/g, '')
}

function looseMatch(
  paragraphs: readonly FoldedParagraph[],
  wanted: string,
  difference: 'typography' | 'case',
): NearestText | null {
  const needle = foldLoosely(wanted, difference).folded
  if (needle === '') return null
  for (const paragraph of paragraphs) {
    const { folded, origins } = foldLoosely(paragraph.text, difference)
    const at = folded.indexOf(needle)
    if (at >= 0)
      return {
        paragraph: paragraph.number,
        text: paragraph.text.slice(origins[at], origins[at + needle.length]),
      }
  }
  return null
}

/** The sentence that shares most words and neighbouring words with the quote, however little that is. */
function mostAlike(paragraphs: readonly FoldedParagraph[], wanted: string): NearestText | null {
  const grams = gramsOf(wanted)
  let best: NearestText | null = null
  let bestScore = -1
  for (const paragraph of paragraphs) {
    for (const span of paragraph.spans) {
      const text = paragraph.text.slice(span.start, span.end).trim()
      const own = gramsOf(text)
      const shared = [...grams].filter((gram) => own.has(gram)).length
      // Dice's coefficient: 1 for the same words in the same order, 0 for none in common
      const score = (2 * shared) / Math.max(1, grams.size + own.size)
      if (score > bestScore) [best, bestScore] = [{ paragraph: paragraph.number, text }, score]
    }
  }
  return best
}

/** Words, and pairs and triples of neighbours, so that order counts more than common words do. */
function gramsOf(text: string): ReadonlySet<string> {
  const words = foldLoosely(text, 'case').folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(
    [1, 2, 3].flatMap((size) => words.map((_, index) => words.slice(index, index + size).join(' '))),
  )
}
