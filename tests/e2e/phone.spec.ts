import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { finger } from './hands.ts'
import {
  askingSections,
  firstSection,
  lesson,
  lessonAddress,
  numberOf,
  questionsOf,
  resultAddress,
  the,
} from './lesson.ts'
import { expectAwake, give, openLesson, openSection, reader } from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'

/** Narrow screens that must not scroll sideways: this project's phone, and the least that WCAG 1.4.10 asks for. */
const WIDTHS = [390, 320]

/** What reaches beyond the screen, once a change of its size is laid out. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = the(page.viewportSize(), 'a viewport').width
  const tooWide = (): Promise<string[]> =>
    page.evaluate((most) => {
      if (innerWidth === most && (document.scrollingElement?.scrollWidth ?? 0) <= most) return []
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > most + 1)
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`)
    }, width)
  await expect.poll(tooWide, `wider than ${width} on ${page.url()}`).toEqual([])
}

/** From the next page on, as a reader's own setting of the browser: 200 % (WCAG 1.4.4). */
const doubleText = (page: Page) =>
  page.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { font-size: 200% }')
    document.adoptedStyleSheets.push(sheet)
  })

test('text and questions are one tap apart', async ({ page }) => {
  await openLesson(page)
  const first = the(questionsOf(firstSection)[0], 'a question')
  await reader(page).button(say('read.toQuestions')).tap()
  await expect(reader(page).question(first).getByRole('heading')).toBeInViewport()
  await reader(page).button(say('read.toText')).tap()
  await expect(reader(page).section(firstSection).getByRole('heading')).toBeInViewport()
})

test('a proof is looked at and left by the one button, and again it leads to the text', async ({ page }) => {
  await openLesson(page)
  const [first] = questionsOf(firstSection)
  const asked = the(first, 'a question')
  await give(page, finger, right(asked))
  await reader(page).button('Check answers').tap()
  await reader(page).question(asked).getByRole('button', { name: 'Show it in the text' }).tap()
  const back = reader(page).button(say('read.backToQuestion', { number: numberOf(asked) }))
  await expect(back).toBeVisible()
  await reader(page)
    .question(asked)
    .evaluate((element) => element.scrollIntoView())
  await expect(back, 'the question is there').toBeHidden()
  await reader(page).button(say('read.toText')).tap()
  await expect(reader(page).section(firstSection).getByRole('heading')).toBeInViewport()
})

test('after a check the heading of the questions stands whole below the bar', async ({ page }) => {
  await openLesson(page)
  await give(page, finger, right(the(questionsOf(firstSection)[0], 'a question')))
  await reader(page).button('Check answers').tap()
  const gap = (): Promise<number> =>
    page.evaluate(() => {
      const bar = document.querySelector('#app > header')?.getBoundingClientRect().bottom ?? Number.NaN
      return (document.querySelector('#questions-heading')?.getBoundingClientRect().top ?? Number.NaN) - bar
    })
  await expect.poll(gap).toBeGreaterThan(0)
  expect(await gap()).toBeLessThan(48)
})

test('what is to be tapped is said where it is tapped', async ({ page }) => {
  await openLesson(page)
  const task = page.getByText(say('read.pickStarted')).and(page.locator(':not([role="status"])'))
  await expect(task).toBeHidden()
  await page
    .getByRole('button', { name: say('proof.pick') })
    .first()
    .tap()
  await expect(task).toBeInViewport()
  await page
    .getByRole('button', { name: say('proof.stop') })
    .first()
    .tap()
  await expect(task).toBeHidden()
})

test('the bar leads to the other pages where it has no tools', async ({ page }) => {
  await page.goto('progress')
  await expectAwake(page)
  const bar = page.getByRole('banner')
  await bar.getByRole('link', { name: say('shell.settings') }).tap()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.heading') })).toBeVisible()
  await expect(bar.getByRole('link', { name: say('shell.settings') })).toHaveAttribute('aria-current', 'page')
  await openLesson(page)
  await expect(bar.getByRole('link', { name: say('shell.settings') })).toBeHidden()
})

test('the questions of every section fit the width of a phone', async ({ page }) => {
  await openLesson(page)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    for (const section of the(lesson.articles[lesson.defaultLevel], 'an article').sections) {
      await openSection(page, finger, section)
      await expect(reader(page).section(section)).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
  }
})

test('a wider screen gives a title no more lines', async ({ page }) => {
  await openLesson(page)
  const height = (): Promise<number> =>
    page.getByRole('heading', { level: 1 }).evaluate((title) => title.getBoundingClientRect().height)
  const onPhone = await height()
  await page.setViewportSize({ width: 768, height: 1024 })
  expect(await height()).toBeLessThanOrEqual(onPhone)
})

test('a word that is longer than the screen is broken, in a result and in the choice of sections', async ({
  page,
}) => {
  const lengthen = (): Promise<void> =>
    page.evaluate(() => {
      const texts = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      )
      while (texts.nextNode())
        if (texts.currentNode.parentElement?.closest('main [lang]'))
          texts.currentNode.nodeValue = 'Versicherungsbeamtenanwärter'.repeat(5)
    })
  await openLesson(page)
  await openSection(page, finger, the(askingSections.at(-1), 'a last section'))
  await reader(page).button('Finish').tap()
  await expect(page.getByRole('heading', { level: 1, name: say('result.heading') })).toBeVisible()
  await lengthen()
  await expectNoSidewaysScroll(page)
  await page.goto(`${lessonAddress}/study`)
  await expectAwake(page)
  await lengthen()
  await expectNoSidewaysScroll(page)
})

for (const address of ['./', lessonAddress, resultAddress, 'review', 'progress', 'settings', 'about']) {
  test(`${address} does not scroll sideways`, async ({ page }) => {
    await page.goto(address)
    await expectAwake(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      await expectNoSidewaysScroll(page)
    }
  })

  test(`${address} does not scroll sideways with text of twice the size`, async ({ page }) => {
    await doubleText(page)
    await page.goto(address)
    await expectAwake(page)
    await expect(page.locator('html')).toHaveCSS('font-size', '32px')
    await expectNoSidewaysScroll(page)
  })
}

test.describe('in a language of long words', () => {
  test.use({ locale: 'ru-RU' })

  for (const address of ['settings', `${lessonAddress}/study`])
    test(`${address} does not scroll sideways on a narrow phone with text of twice the size`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await doubleText(page)
      await page.goto(address)
      await expectAwake(page)
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
      for (const part of await page.locator('main details').all())
        await part.evaluate((details: HTMLDetailsElement) => void (details.open = true))
      await expectNoSidewaysScroll(page)
    })
})

test('the figures of what was answered do not scroll sideways with text of twice the size', async ({
  page,
}) => {
  await openLesson(page)
  await page.getByRole('checkbox').or(page.getByRole('radio')).first().check()
  await reader(page).button('Check answers').tap()
  await expect(page.getByRole('banner').getByText(say('save.saved'))).toBeVisible()
  await doubleText(page)
  await page.goto('progress')
  await expect(page.getByRole('table', { name: say('progress.byProcess') })).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('the bar stays as high as it was when an answer has been saved', async ({ page }) => {
  await openLesson(page)
  const bar = page.getByRole('banner')
  const before = await bar.evaluate((element) => element.getBoundingClientRect().height)
  await page.getByRole('checkbox').or(page.getByRole('radio')).first().check()
  await expect(bar.getByText(say('save.saved'))).toBeVisible()
  expect(await bar.evaluate((element) => element.getBoundingClientRect().height)).toBe(before)
})
