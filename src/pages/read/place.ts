/** Places on the screen of the reader: finds them, goes to them, keeps them. The only file of the reader that touches the document. */

/** Scrolls to an element and puts the focus on it, so that eyes, keys and screen readers arrive together. */
export function goTo(id: string, block: ScrollLogicalPosition = 'center', focus: FocusOptions = {}): void {
  const element = document.getElementById(id)
  if (element === null) return
  element.focus({ preventScroll: true, ...focus })
  element.scrollIntoView({ block })
}

/** Where the reader's eye is: at the first sentence that ends below the page's bar. */
export interface ReadingPlace {
  readonly section: string
  readonly paragraph: number
  /** Its place in the paragraph, from 0. */
  readonly sentence: number
  /** How far into its section the paragraph is, as a share of the section's paragraphs. */
  readonly share: number
  /** Pixels from the top of the window to the sentence. */
  readonly top: number
}

const paragraphsOf = (section: Element): HTMLElement[] => [
  ...section.querySelectorAll<HTMLElement>('[data-paragraph]'),
]
/** A paragraph's element holds its number and its sentences. */
const sentencesOf = (paragraph: Element): Element[] => [
  ...paragraph.querySelectorAll(':scope > :not(.number)'),
]
/** Marks and words in italics stand a little higher or lower on their line. */
const SAME_LINE_PX = 8
const topOf = (sentence: Element): number =>
  (sentence.getClientRects()[0] ?? sentence.getBoundingClientRect()).top

/** The first sentence below the bar. One that begins on the first line below it goes before the end of another. */
function sentenceUnderEye(sentences: readonly Element[], barHeight: number): number {
  const seen = sentences.findIndex((one) => one.getBoundingClientRect().bottom > barHeight + 1)
  const begun = sentences.findIndex((one) => topOf(one) >= barHeight - 1)
  const [ending, beginning] = [sentences[seen], sentences[begun]]
  if (ending === undefined || beginning === undefined) return Math.max(0, seen)
  const lastLine = [...ending.getClientRects()].at(-1)?.top ?? 0
  return Math.abs(lastLine - topOf(beginning)) < SAME_LINE_PX ? begun : seen
}

/** How far down the page's bar reaches, px; 0 where it is not in sight. */
export const barBottom = (): number =>
  Math.max(0, document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)

/** Where the reader is in the article; null when no paragraph is on the screen. */
export function readingPlace(article: HTMLElement): ReadingPlace | null {
  const barHeight = barBottom()
  const isBelow = (element: Element): boolean => element.getBoundingClientRect().bottom > barHeight + 1
  for (const section of article.querySelectorAll('section:not([hidden])')) {
    const paragraphs = paragraphsOf(section)
    const index = paragraphs.findIndex(isBelow)
    const paragraph = paragraphs[index]
    if (paragraph === undefined) continue
    const sentences = sentencesOf(paragraph)
    const sentence = sentenceUnderEye(sentences, barHeight)
    const top = topOf(sentences[sentence] ?? paragraph)
    if (top > window.innerHeight) return null
    return {
      section: section.getAttribute('aria-labelledby') ?? '',
      paragraph: Number(paragraph.dataset.paragraph),
      sentence,
      share: paragraphs.length < 2 ? 0 : index / (paragraphs.length - 1),
      top,
    }
  }
  return null
}

/** Scrolls so that a sentence of a paragraph stands where the eye is; false when it is not on the screen. */
export function putUnderEye(
  article: HTMLElement,
  place: Pick<ReadingPlace, 'paragraph' | 'sentence' | 'top'>,
): boolean {
  const paragraph = article.querySelector(`[data-paragraph="${place.paragraph}"]`)
  if (paragraph === null) return false
  scrollUnderEye(sentencesOf(paragraph)[place.sentence] ?? paragraph, place.top)
  return true
}

/** Scrolls so that the same part of the same section stands where it stood, after the text has changed. */
export function restoreReadingPlace(article: HTMLElement, place: ReadingPlace): void {
  const section = article.querySelector(`section[aria-labelledby="${CSS.escape(place.section)}"]`)
  if (section === null) return
  const paragraphs = paragraphsOf(section)
  const paragraph = paragraphs[Math.round(place.share * (paragraphs.length - 1))]
  if (paragraph !== undefined) scrollUnderEye(sentencesOf(paragraph)[0] ?? paragraph, place.top)
}

const scrollUnderEye = (element: Element, top: number): void =>
  window.scrollBy({ top: topOf(element) - top, behavior: 'instant' })
