import type { Page } from '@playwright/test'
import { alignLevels, counterparts } from '#core/lesson/alignment.ts'
import type { Level } from '#core/lesson/model.ts'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import {
  articleAt,
  askingSections,
  firstSection,
  lesson,
  proofOf,
  questionsOf,
  the,
  wordsOf,
} from './lesson.ts'
import {
  answerSection,
  chooseSettings,
  expectVerdicts,
  openLesson,
  openSection,
  reader,
  switchLevel,
} from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'

const others = lesson.levels.filter((level) => level !== lesson.defaultLevel)

const BAR = 'header'

/** What the eye is at: the first sentence below the page's bar, and its place on the screen. */
const eye = (page: Page) =>
  page.evaluate((bar) => {
    const edge = Math.max(0, document.querySelector(bar)?.getBoundingClientRect().bottom ?? 0) + 1
    const isBelow = (element: Element) => element.getBoundingClientRect().bottom > edge
    const paragraph = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')].find(isBelow)
    const sentence = [...(paragraph?.querySelectorAll(':scope > :not(.number)') ?? [])].find(isBelow)
    return {
      paragraph: Number(paragraph?.dataset.paragraph),
      sentence: sentence?.textContent?.trim(),
      top: sentence?.getClientRects()[0]?.top ?? Number.NaN,
    }
  }, BAR)

/** The paragraph that a line of the window, so many pixels from its top, runs through. */
const paragraphAt = (page: Page, top: number) =>
  page.evaluate((line) => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')].find((paragraph) => {
      const box = paragraph.getBoundingClientRect()
      return box.top <= line && line <= box.bottom
    })
    return Number(found?.dataset.paragraph)
  }, top)
/** Well inside of a line of text, below its top. */
const INTO_LINE_PX = 12

/** Brings a paragraph's first line just below the bar. */
async function readAt(page: Page, paragraph: number): Promise<void> {
  await page.evaluate((number) => {
    const element = document.querySelector(`[data-paragraph="${number}"]`)
    const bar = Math.max(0, document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)
    scrollBy({ top: (element?.getBoundingClientRect().top ?? 0) - bar - 8, behavior: 'instant' })
  }, paragraph)
  expect((await eye(page)).paragraph).toBe(paragraph)
}

/** Of the article itself: a second report stands beside it and keeps a place of its own. */
const paragraphsAt = (level: Level) =>
  articleAt(level)
    .sections.filter(({ report }) => report === undefined)
    .flatMap(({ paragraphs }) => paragraphs)
const wholeArticle = (page: Page) =>
  chooseSettings(page, (settings) =>
    settings.getByRole('radio', { name: say('settings.spans.article') }).check(),
  )

for (const level of others) {
  test(`whatever paragraph is under the eye, it is its counterpart at ${level}, and back again`, async ({
    page,
  }) => {
    await wholeArticle(page)
    await openLesson(page)
    const there = alignLevels(lesson, lesson.defaultLevel, level)
    for (const { number } of paragraphsAt(lesson.defaultLevel)) {
      await readAt(page, number)
      const before = await eye(page)
      await switchLevel(page, level)
      await expect
        .poll(async () =>
          counterparts(there, number).includes(await paragraphAt(page, before.top + INTO_LINE_PX)),
        )
        .toBe(true)

      await switchLevel(page, lesson.defaultLevel)
      await expect.poll(async () => (await eye(page)).sentence).toBe(before.sentence)
      expect(Math.abs((await eye(page)).top - before.top)).toBeLessThan(3)
    }
  })
}

test('in a section read alone the paragraph under the eye becomes its counterpart', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 })
  const [easiest] = lesson.levels
  const level = the(easiest, 'a level')
  const there = alignLevels(lesson, lesson.defaultLevel, level)
  await openLesson(page)
  for (const section of askingSections.filter(({ report }) => report === undefined)) {
    await openSection(page, mouse, section)
    await expect(reader(page).section(section).getByRole('heading')).toBeFocused() // it has been scrolled to
    const last = the(section.paragraphs.at(-1), 'a paragraph')
    await readAt(page, last.number)
    const before = await eye(page)
    await switchLevel(page, level)
    await expect
      .poll(async () =>
        counterparts(there, before.paragraph).includes(await paragraphAt(page, before.top + INTO_LINE_PX)),
      )
      .toBe(true)
    await switchLevel(page, lesson.defaultLevel)
  }
})

test.describe('without a connection', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('the reader stays at the same part of the section', async ({ page }) => {
    await wholeArticle(page)
    await openLesson(page)
    const section = the(articleAt(lesson.defaultLevel).sections[3], 'a section')
    const level = the(others[0], 'a second level')
    await page.route(/level-places/, (route) => route.abort())
    await page.route(page.url(), (route) => route.abort()) // else the page would be loaded again for what it lacks
    await readAt(page, the(section.paragraphs.at(-1), 'a paragraph').number)
    await switchLevel(page, level)
    const there = the(articleAt(level).sections[3]?.paragraphs.at(-1), 'a paragraph')
    await expect.poll(async () => (await eye(page)).paragraph).toBe(there.number)
  })
})

test('a section that is read alone stays on the screen at another level', async ({ page }) => {
  await openLesson(page)
  const section = the(askingSections.at(-1), 'a last section')
  await openSection(page, mouse, section)
  await switchLevel(page, the(others[0], 'a second level'))
  const there = the(
    articleAt(the(others[0], 'a second level')).sections.find(({ id }) => id === section.id),
    'the same section',
  )
  await expect(reader(page).section(there)).toBeVisible()
})

test('verdicts stay after a switch, and the evidence is lit in the new text', async ({ page }) => {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
  for (const level of [...others, lesson.defaultLevel]) {
    await switchLevel(page, level)
    await expectVerdicts(page, questionsOf(firstSection), 'Right')
    for (const sentence of new Set(questionsOf(firstSection).flatMap((question) => proofOf(question, level))))
      await expect(page.locator(`[id="evidence-${sentence}"]`)).toContainText(wordsOf(sentence))
  }
})

test('the chosen level is the one of the next visit', async ({ page }) => {
  await openLesson(page)
  const level = the(others[0], 'a second level')
  await switchLevel(page, level)
  await page.goto('about')
  await openLesson(page)
  await expect(reader(page).level).toHaveValue(level)
})
