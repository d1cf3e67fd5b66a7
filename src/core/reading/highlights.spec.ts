import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf } from '#core/lesson/questions.ts'
import { plainText } from '#core/lesson/text.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { anEvent } from '#tests/factories/progress.ts'
import type { Highlight } from '#core/progress/events.ts'
import { foldHighlights, placeOfHighlight, quoteAt } from './highlights.ts'

const lesson = aLesson()
const article = articleOf(lesson, lesson.defaultLevel)
const paragraphs = article.sections.flatMap((section) =>
  section.paragraphs.map(({ number, sentences }) => ({
    number,
    text: sentences.map(({ inlines }) => plainText(inlines)).join(''),
  })),
)
const highlightAt = (paragraph: number, start: number, end: number): Highlight | null => {
  const quote = quoteAt(article, { paragraph, start, end })
  return quote === null ? null : { id: 'a', note: '', ...quote }
}

describe('a highlight', () => {
  it('is found where it was made, wherever that is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paragraphs),
        fc.nat(200),
        fc.integer({ min: 1, max: 60 }),
        (paragraph, at, length) => {
          const start = at % paragraph.text.length
          const highlight = highlightAt(paragraph.number, start, start + length)
          if (highlight === null) return
          const place = placeOfHighlight(article, highlight)
          expect(place?.paragraph).toBe(paragraph.number)
          expect(paragraph.text.slice(place?.start, place?.end)).toBe(highlight.exact)
          expect(place?.start).toBeGreaterThanOrEqual(start)
        },
      ),
    )
  })

  it('is of no white space alone', () => {
    const [first] = paragraphs
    const space = first?.text.indexOf(' ') ?? 0
    expect(highlightAt(first?.number ?? 0, space, space + 1)).toBeNull()
  })

  it('says so when its words are gone, and moves with them when they have moved', () => {
    const [first] = paragraphs
    const highlight = highlightAt(first?.number ?? 0, 0, 20)
    if (highlight === null) throw new Error('Expected words at the start')
    expect(placeOfHighlight(article, { ...highlight, exact: 'words that nobody wrote' })).toBeNull()
    const moved = { ...article, sections: [...article.sections].reverse() }
    expect(placeOfHighlight(moved, highlight)?.paragraph).toBe(first?.number)
  })

  it('is what its last event says', () => {
    const made = highlightAt(1, 0, 10)
    if (made === null) throw new Error('Expected words at the start')
    const other = { ...made, id: 'b' }
    const events = [
      { kind: 'highlighted', highlight: made } as const,
      { kind: 'highlighted', highlight: other } as const,
      { kind: 'highlighted', highlight: { ...made, note: 'Who says so?' } } as const,
      { kind: 'highlight-removed', id: 'b' } as const,
    ].map((happening, index) => anEvent({ seq: index + 1, happening }))
    expect(foldHighlights(events)).toEqual([{ ...made, note: 'Who says so?' }])
  })
})
