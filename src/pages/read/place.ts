/** Places on the screen of the reader: finds them, goes to them, keeps them. The only file of the reader that touches the document. */

/** Scrolls to an element and puts the focus on it, so that eyes, keys and screen readers arrive together. */
export function goTo(id: string, block: ScrollLogicalPosition = 'center'): void {
  const element = document.getElementById(id)
  if (element === null) return
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block })
}

/** How far into its section the reader is: the first paragraph below the page's bar, as a share of the section's paragraphs. */
export interface ReadingPlace {
  readonly section: string
  readonly share: number
  /** Pixels from the top of the window. */
  readonly top: number
}

const paragraphsOf = (section: Element): HTMLElement[] => [
  ...section.querySelectorAll<HTMLElement>('[data-paragraph]'),
]

/** Where the reader is in the article; null when no paragraph is on the screen. */
export function readingPlace(article: HTMLElement): ReadingPlace | null {
  const barHeight = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
  for (const section of article.querySelectorAll('section:not([hidden])')) {
    const paragraphs = paragraphsOf(section)
    const index = paragraphs.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > barHeight)
    const paragraph = paragraphs[index]
    if (paragraph === undefined) continue
    const top = paragraph.getBoundingClientRect().top
    if (top > window.innerHeight) return null
    const heading = section.getAttribute('aria-labelledby') ?? ''
    return { section: heading, share: paragraphs.length < 2 ? 0 : index / (paragraphs.length - 1), top }
  }
  return null
}

/** Scrolls so that the same part of the same section stands where it stood, after the text has changed. */
export function restoreReadingPlace(article: HTMLElement, place: ReadingPlace): void {
  const section = article.querySelector(`section[aria-labelledby="${CSS.escape(place.section)}"]`)
  if (section === null) return
  const paragraphs = paragraphsOf(section)
  const paragraph = paragraphs[Math.round(place.share * (paragraphs.length - 1))]
  if (paragraph === undefined) return
  window.scrollBy({ top: paragraph.getBoundingClientRect().top - place.top, behavior: 'instant' })
}
