import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Locator, type Page } from '@playwright/test'

/** What of the virtual screen reader is used here, as it stands in the page. */
interface VirtualReader {
  start(options: { readonly container: Node }): Promise<void>
  next(): Promise<void>
  readonly activeNode: Node | null
  lastSpokenPhrase(): Promise<string>
  spokenPhraseLog(): Promise<string[]>
}
declare global {
  interface Window {
    screenReader: VirtualReader
  }
}

const MODULE = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js')
/** The library is a module; the page gets it as a script, which no policy of the page's own holds up. */
const SOURCE = readFileSync(MODULE, 'utf8').replace(
  /export\s*\{[^}]*?([\w$]+) as virtual\s*\};?/,
  (_, name: string) => `window.screenReader = ${name}`,
)

/** Longer than any page is in stops of the cursor. */
const MOST_STOPS = 4000

/** Starts to listen to the page; a page that is loaded anew is listened to from its start. */
export async function listenTo(page: Page): Promise<void> {
  await page.evaluate(`(() => {${SOURCE}\n})()`)
  await page.evaluate(() => window.screenReader.start({ container: document.body }))
}

/** Walks the cursor through the page to this element and through it; what it says there, one phrase a stop. */
export const heardIn = (place: Locator): Promise<string[]> =>
  place.evaluate(async (element, mostStops) => {
    const reader = window.screenReader
    const isInside = (): boolean => element.contains(reader.activeNode)
    const phrases: string[] = []
    let wasOutside = !isInside()
    for (let stops = 0; stops < mostStops; stops++) {
      await reader.next()
      if (!isInside()) {
        if (phrases.length > 0) break
        wasOutside = true
      } else if (wasOutside) phrases.push(await reader.lastSpokenPhrase())
    }
    return phrases
  }, MOST_STOPS)

/** Waits until a message of the status region has been said. */
export const expectSaid = (page: Page, text: string): Promise<void> =>
  expect
    .poll(
      async () =>
        (await page.evaluate(() => window.screenReader.spokenPhraseLog())).filter((line) =>
          /^(?:polite|assertive): /.test(line),
        ),
      `said of itself: ${text}`,
    )
    .toContainEqual(expect.stringContaining(text))
