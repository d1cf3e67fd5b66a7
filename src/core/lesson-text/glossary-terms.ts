import type { GlossaryEntry, Inline } from '#core/lesson/model.ts'
import { plainText, sliceInlines } from '#core/lesson/text.ts'

interface Form {
  readonly text: string
  readonly term: number
}

interface TermRange {
  readonly term: number
  readonly start: number
  readonly end: number
}

/** Marks glossary terms in the sentences of one section, each term where it comes first. */
export type TermMarker = (inlines: readonly Inline[]) => readonly Inline[]

const WORD_PART = /[\p{L}\p{M}\p{N}]/u
/** Scripts that put no space between words, so that a word has no edge to look for. */
const NO_EDGE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Makes the markers of a glossary, a new one for each section. Terms and forms: whole words, any case, the longest first. */
export function termMarkers(glossary: readonly GlossaryEntry[]): () => TermMarker {
  const forms = formsByFirstLetter(glossary)
  return () => {
    const seen = new Set<number>()
    return (inlines) => {
      if (forms.size === 0) return inlines
      const fresh: TermRange[] = []
      const emphases = emphasisRanges(inlines)
      for (const range of findTerms(plainText(inlines), forms)) {
        if (emphases.some((emphasis) => isPartOf(range, emphasis))) continue
        if (!seen.has(range.term)) fresh.push(range)
        seen.add(range.term)
      }
      return markRanges(inlines, fresh)
    }
  }
}

/** Whether a sentence has one of these names, found as a glossary's terms are: as a whole word, in any case, not as a part of a title. */
export function hasName(inlines: readonly Inline[], names: readonly string[]): boolean {
  const forms = formsByFirstLetter([{ term: '', meaning: '', forms: names }])
  const emphases = emphasisRanges(inlines)
  return findTerms(plainText(inlines), forms).some((range) => !emphases.some((one) => isPartOf(range, one)))
}

function formsByFirstLetter(glossary: readonly GlossaryEntry[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>()
  glossary.forEach((entry, term) => {
    for (const spelling of [entry.term, ...entry.forms]) {
      const text = spelling.replace(/\s+/g, ' ').trim().toLowerCase()
      if (text === '') continue
      forms.set(text.charAt(0), [...(forms.get(text.charAt(0)) ?? []), { text, term }])
    }
  })
  for (const group of forms.values()) group.sort((a, b) => b.text.length - a.text.length)
  return forms
}

/** All terms of a text from left to right, seen or not: a known long one must not give a short one inside it. */
function findTerms(text: string, forms: ReadonlyMap<string, readonly Form[]>): TermRange[] {
  const found: TermRange[] = []
  for (let start = 0; start < text.length; start++) {
    const group = forms.get(text.charAt(start).toLowerCase())
    if (group === undefined || !isEdge(text, start)) continue
    const form = group.find(({ text: words }) => {
      const end = start + words.length
      return text.slice(start, end).toLowerCase() === words && isEdge(text, end)
    })
    if (form === undefined) continue
    found.push({ term: form.term, start, end: start + form.text.length })
    start += form.text.length - 1
  }
  return found
}

/** Whether a word may begin or end between the characters at `offset`. */
function isEdge(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset)
  const after = text.slice(offset, offset + 2)
  const left = [...before].at(-1) ?? ''
  const right = [...after][0] ?? ''
  if (!WORD_PART.test(left) || !WORD_PART.test(right)) return true
  return NO_EDGE.test(left) || NO_EDGE.test(right)
}

/** Where a sentence's emphases stand. */
function emphasisRanges(inlines: readonly Inline[]): { start: number; end: number }[] {
  let end = 0
  return inlines.flatMap((inline) => {
    const start = end
    end += plainText([inline]).length
    return inline.kind === 'emphasis' ? [{ start, end }] : []
  })
}

/** Emphasis holds titles and names: in *The Moscow Times* the word Moscow is not the city. A term that is the whole of one is meant. */
const isPartOf = (range: TermRange, emphasis: { start: number; end: number }): boolean => {
  const touches = range.start < emphasis.end && emphasis.start < range.end
  return touches && (emphasis.start < range.start || range.end < emphasis.end)
}

function markRanges(inlines: readonly Inline[], ranges: readonly TermRange[]): readonly Inline[] {
  if (ranges.length === 0) return inlines
  const marked: Inline[] = []
  let offset = 0
  for (const { term, start, end } of ranges) {
    marked.push(...sliceInlines(inlines, offset, start), {
      kind: 'term',
      term,
      children: sliceInlines(inlines, start, end),
    })
    offset = end
  }
  return [...marked, ...sliceInlines(inlines, offset, Infinity)]
}
