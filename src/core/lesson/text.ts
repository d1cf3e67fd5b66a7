import type { Inline, Paragraph, Sentence } from './model.ts'
import { wordsOf } from './words.ts'

/** The words of inline text without their markup. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : plainText(inline.children))).join('')

/** The words of a sentence, without the white space that follows it. */
export const sentenceText = (sentence: Sentence): string => plainText(sentence.inlines).trim()

/** The words of a paragraph. */
export const paragraphText = (paragraph: Paragraph): string =>
  paragraph.sentences
    .map((sentence) => plainText(sentence.inlines))
    .join('')
    .trim()

/** How many words a text has; `language` is a BCP 47 tag. */
export const wordCount = (text: string, language: string): number => wordsOf(text, language).length

/** The part of inline text between two offsets of its plain text; markup that an offset cuts goes on in both parts. */
export function sliceInlines(inlines: readonly Inline[], start: number, end: number): Inline[] {
  const parts: Inline[] = []
  let offset = 0
  for (const inline of inlines) {
    const length = inline.kind === 'text' ? inline.text.length : plainText(inline.children).length
    const from = Math.max(0, start - offset)
    const to = Math.min(length, end - offset)
    offset += length
    if (from >= to) continue
    if (inline.kind === 'text') parts.push({ kind: 'text', text: inline.text.slice(from, to) })
    else parts.push({ ...inline, children: sliceInlines(inline.children, from, to) })
  }
  return parts
}
