/** Finds on the screen what is being read aloud, marks its word, keeps it in view. Fetched with the bar that reads aloud. */
import type { SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { ListenTarget } from '#core/listening/plan.ts'
import type { Span } from '#core/listening/spoken-words.ts'
import { barBottom } from './place.ts'

/** The name of the highlight in the style sheet. */
const HIGHLIGHT = 'spoken-word'

/** The element of what is read; null while it is not on the screen. */
export function elementOf(target: ListenTarget, root: HTMLElement): HTMLElement | null {
  switch (target.kind) {
    case 'heading':
      return document.getElementById(`section-${target.section}`)
    case 'sentence':
      return root.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(target.sentence)}"]`)
    case 'question':
      return document.getElementById(`question-${target.question}`)
  }
}

/** The sentence that a node stands in, or null. */
export function sentenceAt(node: Node | null): SentenceId | null {
  const element = node instanceof Element ? node : node?.parentElement
  const id = element?.closest<HTMLElement>('[data-sentence]')?.dataset.sentence
  return (id ?? null) as SentenceId | null // the attribute is written from a sentence's id
}

/** Where the reader is: the sentence of the selection or of the focus. */
export function sentenceOfReader(root: HTMLElement): SentenceId | null {
  const selection = document.getSelection()
  const node = selection?.isCollapsed === false ? selection.anchorNode : document.activeElement
  return node !== null && root.contains(node) ? sentenceAt(node) : null
}

/** The first section whose text is not behind a tab. */
export function firstSectionShown(root: HTMLElement): SectionId | null {
  const headings = [...root.querySelectorAll('article h2[id^="section-"]')]
  const id = headings.find((heading) => heading.checkVisibility())?.id.slice('section-'.length)
  return (id ?? null) as SectionId | null // the attribute is written from a section's id
}

/** Marks a run of an element's text, counted from where `text` begins in it. Without the browser's highlights nothing is marked. */
export function markWord(element: HTMLElement | null, text: string, word: Span | null): void {
  if (typeof Highlight === 'undefined') return
  const range = element === null || word === null ? null : rangeOf(element, text, word)
  if (range === null) CSS.highlights.delete(HIGHLIGHT)
  else CSS.highlights.set(HIGHLIGHT, new Highlight(range))
}

function rangeOf(element: HTMLElement, text: string, { start, end }: Span): Range | null {
  const base = element.textContent.indexOf(text)
  if (base < 0) return null
  const from = placeOf(element, base + start)
  const to = placeOf(element, base + end)
  if (from === null || to === null) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function placeOf(element: HTMLElement, at: number): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (at <= passed + length) return { node, offset: at - passed }
    passed += length
  }
  return null
}

/** Whether an element stands between the page's bar and the bar that reads aloud. */
export function isInView(element: HTMLElement, foot: number): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const bar = barBottom()
  const height = window.innerHeight - foot
  // Taller than the screen: its start is enough.
  return top >= bar && (bottom <= height || (bottom - top > height - bar && top < height))
}

/** Scrolls an element to the middle of the screen, at once for who wants nothing to move. */
export function bringIntoView(element: HTMLElement): void {
  const isStill =
    document.documentElement.dataset.motion === 'reduced' ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' })
}
