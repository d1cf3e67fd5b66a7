import type { HighlightPlace } from '#core/reading/highlights.ts'

/** Text of a paragraph's element that is not the article's: its number, and the numbers of questions at a proof. */
const NOT_THE_TEXT = '.number, sup'

/** The text nodes that hold the words of a paragraph, in order. */
function textNodes(paragraph: Element): Text[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NOT_THE_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text) // only text is shown
  return nodes
}

const paragraphElement = (number: number): HTMLElement | null =>
  document.getElementById(`paragraph-${number}`)

/** The place on the screen as a range; null where the paragraph is not on it. */
export function rangeOf({ paragraph, start, end }: HighlightPlace): Range | null {
  const element = paragraphElement(paragraph)
  if (element === null) return null
  const range = document.createRange()
  let offset = 0
  let hasStart = false
  for (const node of textNodes(element)) {
    const next = offset + node.length
    if (!hasStart && start < next) {
      range.setStart(node, start - offset)
      hasStart = true
    }
    if (hasStart && end <= next) {
      range.setEnd(node, end - offset)
      return range
    }
    offset = next
  }
  return null
}

/** What is selected in the article's words; of several paragraphs the first. Null when nothing is. */
export function selectedPlace(selection: Selection | null): HighlightPlace | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const within = range.startContainer.parentElement?.closest<HTMLElement>('[data-paragraph]')
  if (within == null) return null
  let offset = 0
  let start: number | null = null
  let end = 0
  for (const node of textNodes(within)) {
    if (range.intersectsNode(node)) {
      start ??= offset + (node === range.startContainer ? range.startOffset : 0)
      end = offset + (node === range.endContainer ? range.endOffset : node.length)
    }
    offset += node.length
  }
  return start === null || start >= end ? null : { paragraph: Number(within.dataset.paragraph), start, end }
}
