import type { Page } from '@playwright/test'
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

/** The first paragraph below the page's bar: its section, its share of that section, its place on the screen. */
const readingPlace = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
    const first = [...document.querySelectorAll('article p')].find(
      (paragraph) => paragraph.getBoundingClientRect().bottom > bar,
    )
    const section = first?.closest('section')
    const siblings = [...(section?.querySelectorAll('p') ?? [])]
    return {
      section: section?.querySelector('h2')?.id,
      share: siblings.findIndex((one) => one === first) / Math.max(1, siblings.length - 1),
      top: first?.getBoundingClientRect().top ?? Number.NaN,
    }
  })

for (const level of others) {
  test(`a reader deep in the article stays there when the text turns to ${level}`, async ({ page }) => {
    await chooseSettings(page, (settings) =>
      settings.getByRole('radio', { name: say('settings.spans.article') }).check(),
    )
    await openLesson(page)
    const sections = articleAt(lesson.defaultLevel).sections
    const deep = the(sections[Math.ceil(sections.length / 2)], 'a section in its second half')
    const last = the(deep.paragraphs.at(-1), 'a paragraph')
    await page.evaluate((number) => {
      const paragraph = document.querySelector(`[data-paragraph="${number}"]`)
      scrollBy({ top: (paragraph?.getBoundingClientRect().top ?? 0) - 120, behavior: 'instant' })
    }, last.number)
    const before = await readingPlace(page)
    expect(before.section).toBe(`section-${deep.id}`)

    await switchLevel(page, level)
    await expect.poll(async () => (await readingPlace(page)).section).toBe(before.section)
    const after = await readingPlace(page)
    expect(Math.abs(after.share - before.share)).toBeLessThan(0.5)
    expect(Math.abs(after.top - before.top)).toBeLessThan(40)
  })
}

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
