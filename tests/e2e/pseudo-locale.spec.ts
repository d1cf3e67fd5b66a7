import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { lessonAddress, resultAddress } from './lesson.ts'
import { expectAwake } from './reader.ts'
import { pseudo, pseudoWords } from './pseudo-words.ts'
import { say } from './words.ts'

// The narrowest screen that WCAG 1.4.10 asks for. The pseudo-locale comes in place of the Spanish words.
test.use({ locale: 'es', viewport: { width: 320, height: 720 } })

test.beforeEach(async ({ page }) => {
  const body = pseudoWords()
  await page.route('**/assets/es-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))
})

/** What is read on the page or said of it outside any message. A lesson's own words carry their language; `bdi` is a name. */
const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isForeign = (element: Element | null): boolean =>
      element?.closest('#app [lang], #app bdi, #app time, #app [translate="no"]') != null
    // No words: a sample of the letters, a level, an address.
    const isSign = (text: string): boolean => /^(?:Aa|[ABC][12]|https?:\S+)$/.test(text.trim())
    const hasOwnLetters = (text: string): boolean =>
      !isSign(text) && /\p{L}/u.test(text.replace(/⟦[^⟧]*⟧/gu, ''))
    const found: string[] = []
    const app = document.querySelector('#app') ?? document.body
    const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode
      if (hasOwnLetters(textContent ?? '') && !isForeign(parentElement)) found.push(textContent?.trim() ?? '')
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of app.querySelectorAll(`[${name}]`)) {
        const said = element.getAttribute(name) ?? ''
        if (hasOwnLetters(said) && !isForeign(element)) found.push(`${name}: ${said}`)
      }
    return found
  })

/** What reaches beyond the screen's edge. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('#app *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`)
  })

async function expectWhole(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  expect(await untranslated(page)).toEqual([])
  expect(await overflowing(page)).toEqual([])
}

const ADDRESSES = [
  './',
  lessonAddress,
  resultAddress,
  `${lessonAddress}/study`,
  `${lessonAddress}/print`,
  `${lessonAddress}/present`,
  'settings',
  'review',
  'progress',
  'about',
]
for (const address of ADDRESSES)
  test(`every word of ${address} is a message, and longer ones have room`, async ({ page }) => {
    await page.goto(address)
    await expectAwake(page)
    await expectWhole(page)
  })

test('so is every word of what follows an answer, and of the result', async ({ page }) => {
  await page.goto(lessonAddress)
  await expectAwake(page)
  const button = (key: string) => page.getByRole('button', { name: pseudo(say(key)), exact: true })
  await page.getByRole('checkbox').or(page.getByRole('radio')).first().check()
  await button('question.checkAll').click()
  await expectWhole(page)
  await button('question.showAnswer').first().click()
  await expectWhole(page)
  await page.goto(lessonAddress)
  await expectAwake(page)
  const steps = page.getByRole('navigation', { name: pseudo(say('read.sections')) }).getByRole('button')
  await steps.last().click()
  await button('read.finish').click()
  await expect(page.getByRole('heading', { name: pseudo(say('result.everyQuestion')) })).toBeAttached()
  await expectWhole(page)
})

test.describe('what is not there', () => {
  test.use({ expectedNoise: /404/ })
  test('is said in messages', async ({ page }) => {
    await page.goto('no/such/page')
    await expectAwake(page)
    await expectWhole(page)
  })
})
