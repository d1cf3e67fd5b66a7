import { expect, type Page } from '@playwright/test'

/** Text spacing that a page has to bear (WCAG 1.4.12), as a reader's own style sheet brings it. */
export async function widenText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }`)
    document.adoptedStyleSheets.push(sheet)
  })
}

/** What reaches beyond the screen, and words that their box cuts off. */
const lostText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const told = (fault: string, element: Element): string =>
      `${fault}: ${element.tagName}.${element.getAttribute('class')} “${element.textContent?.trim().slice(0, 50)}”`
    /** Hidden as `.visually-hidden` is, where the room is small. */
    const isForEarsAlone = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isForEarsAlone(element.parentElement))
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, .skip') === null &&
      !isForEarsAlone(element)
    const found: string[] = []
    if ((document.scrollingElement?.scrollWidth ?? 0) > width) found.push('the page scrolls sideways')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (texts.nextNode()) {
      const text = texts.currentNode
      const element = text.parentElement
      if (element === null || (text.textContent ?? '').trim() === '' || !isSeen(element)) continue
      range.selectNodeContents(text)
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0)
      if (boxes.some(({ left, right }) => left < -1 || right > width + 1)) found.push(told('off', element))
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(box)
        if (display === 'inline' || box === document.documentElement) continue
        const edge = box.getBoundingClientRect()
        const isCut =
          (overflowX !== 'visible' &&
            boxes.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1)) ||
          (/hidden|clip/.test(overflowY) &&
            boxes.some(({ top, bottom }) => top < edge.top - 2 || bottom > edge.bottom + 2))
        if (isCut) found.push(told(`cut off by ${box.tagName}.${box.getAttribute('class')}`, element))
      }
    }
    return found
  })

/** Nothing is lost and nothing scrolls sideways, once a change of the screen's size is laid out. */
export const expectNothingLost = (page: Page, where: string): Promise<void> =>
  expect.poll(() => lostText(page), `what is lost on ${where}`).toEqual([])

/** Controls that are smaller than a finger wants them: those that give an answer, and what is pressed about it. */
export const smallAnswers = (page: Page): Promise<string[]> =>
  page
    .locator('[role="group"][data-type]')
    .locator('input, select, textarea, button, summary')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility())
        .map((control) => ({ html: control.outerHTML, box: control.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 44)
        .map(
          ({ html, box }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${html.slice(0, 160)}`,
        ),
    )
