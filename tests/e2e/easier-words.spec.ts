import type { Locator, Page } from '@playwright/test'
import { alignLevels, counterparts } from '#core/lesson/alignment.ts'
import type { Level } from '#core/lesson/model.ts'
import { paragraphText } from '#core/lesson/text.ts'
import { expect, test } from './journey.ts'
import { finger, keys, mouse, type Hand } from './hands.ts'
import { articleAt, firstSection, lesson, lessonAddress, questionsOf, the } from './lesson.ts'
import { chooseSettings, expectAwake, openLesson, openSection, reader, switchLevel } from './reader.ts'
import { say } from './words.ts'

const easiest = the(lesson.levels[0], 'a lowest level')
const paragraphsAt = (level: Level) => articleAt(level).sections.flatMap(({ paragraphs }) => paragraphs)
const alignment = alignLevels(lesson, lesson.defaultLevel, easiest)
const spaced = (text: string): string => text.replace(/\s+/g, ' ')

/** What the next lower level says of a paragraph of the usual one. */
const easierTexts = (paragraph: number): string[] =>
  paragraphsAt(easiest)
    .filter(({ number }) => counterparts(alignment, paragraph).includes(number))
    .map((one) => spaced(paragraphText(one)))

const ask = (page: Page, paragraph: number): Locator =>
  page.getByRole('button', { name: say('easier.askFor', { paragraph }), exact: true })
const hide = (page: Page, paragraph: number): Locator =>
  page.getByRole('button', { name: say('easier.hideFor', { paragraph }), exact: true })
const version = (page: Page): Locator =>
  page.getByRole('group', { name: say('easier.label', { level: easiest.toUpperCase() }) })

const hands: readonly (readonly [string, (page: Page) => Hand, boolean])[] = [
  ['mouse', () => mouse, false],
  ['keys', keys, false],
  ['taps', () => finger, true],
]
for (const [name, handOf, hasTouch] of hands)
  test.describe(`by ${name}`, () => {
    test.use({ hasTouch })

    test('each paragraph shows what the next lower level says, and is left as it was', async ({ page }) => {
      const hand = handOf(page)
      await openLesson(page)
      await expect(ask(page, 1)).toBeAttached()
      const before = await reader(page).article.innerText()
      for (const { number } of firstSection.paragraphs) {
        await hand.press(ask(page, number))
        for (const text of easierTexts(number)) await expect(version(page)).toContainText(text)
        await expect(hide(page, number)).toHaveAttribute('aria-expanded', 'true')
        await hand.press(hide(page, number))
        await expect(version(page)).toHaveCount(0)
      }
      expect(await reader(page).article.innerText()).toBe(before)
    })
  })

test('the focus stays on the button, whose words say what a press does now', async ({ page }) => {
  await openLesson(page)
  await ask(page, 1).focus()
  await page.keyboard.press('Enter')
  await expect(hide(page, 1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ask(page, 1)).toBeFocused()
})

/** The file that holds the whole lesson; its opening is another. */
const WHOLE = /\/assets\/whole-[^/]*\.js$/

/** A lesson of which only the opening has come: the clock, which fetches the rest, stands still. */
async function openOpening(page: Page): Promise<void> {
  await page.clock.install()
  await page.goto(lessonAddress)
  await expectAwake(page)
  await expect(ask(page, 1)).toBeAttached()
  await page.clock.pauseAt(Date.now() + 1000)
}

test('the rest of the lesson is fetched when its words are asked for', async ({ page }) => {
  let fetched = 0
  page.on('request', (request) => (fetched += WHOLE.test(request.url()) ? 1 : 0))
  await openOpening(page)
  expect(fetched).toBe(0)
  await ask(page, 1).click()
  for (const text of easierTexts(1)) await expect(version(page)).toContainText(text)
  expect(fetched).toBe(1)
})

test.describe('without a connection', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('it is said that the rest is missing, and the paragraph stays as it is', async ({ page }) => {
    await openOpening(page)
    await page.route(WHOLE, (route) => route.abort())
    await page.route(page.url(), (route) => route.abort()) // else the page would be loaded again for what it lacks
    await ask(page, 1).click()
    await expect(page.getByRole('alert')).toContainText(say('read.restMissing'))
    await expect(ask(page, 1)).toHaveAttribute('aria-expanded', 'false')
  })
})

test('a paragraph that shares its easier words with others says so', async ({ page }) => {
  const shared = the(
    alignment.paragraphs.find(({ from }) => from.length > 1),
    'paragraphs that the lowest level tells together',
  )
  await chooseSettings(page, (settings) =>
    settings.getByRole('radio', { name: say('settings.spans.article') }).check(),
  )
  await openLesson(page)
  const [first, second] = shared.from
  await ask(page, the(first, 'a paragraph')).click()
  await expect(version(page)).toContainText(say('easier.alsoOf', { count: 1, paragraphs: String(second) }))
})

test('nothing is offered at the lowest level, and nothing stays open after a switch', async ({ page }) => {
  await openLesson(page)
  await ask(page, 1).click()
  await expect(version(page)).toBeVisible()
  await switchLevel(page, easiest)
  await expect(version(page)).toHaveCount(0)
  await expect(ask(page, 1)).toHaveCount(0)
})

test('while a sentence is tapped as proof the easier words are away, and they are never a proof', async ({
  page,
}) => {
  await openLesson(page)
  const section = the(
    articleAt(lesson.defaultLevel).sections.find((one) =>
      questionsOf(one).some(({ type }) => type === 'evidence'),
    ),
    'a section with a sentence to tap',
  )
  await openSection(page, mouse, section)
  const [{ number } = { number: 0 }] = section.paragraphs
  await ask(page, number).click()
  await expect(version(page)).toBeVisible()
  const question = the(
    questionsOf(section).find(({ type }) => type === 'evidence'),
    'a sentence to tap',
  )
  await reader(page)
    .question(question)
    .getByRole('button', { name: say('proof.pick') })
    .click()
  await expect(version(page)).toHaveCount(0)
  await expect(ask(page, number)).toHaveCount(0)
  const sentences = section.paragraphs.flatMap((paragraph) => paragraph.sentences)
  await expect(page.locator('.pickable')).toHaveCount(sentences.length)
})

test('paper shows the article alone', async ({ page }) => {
  await openLesson(page)
  await ask(page, 1).click()
  await expect(version(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(version(page)).toBeHidden()
  await expect(hide(page, 1)).toBeHidden()
})

for (const [place, address] of [
  ['beside the text', lessonAddress],
  ['where it is printed', `${lessonAddress}/print`],
  ['where a way to study is chosen', `${lessonAddress}/study`],
] as const)
  test(`the figures for teachers are of every level, easiest first: ${place}`, async ({ page }) => {
    await page.goto(address)
    await expectAwake(page)
    await page.getByText(say('read.teachers'), { exact: true }).click()
    const table = page.getByRole('table').filter({ hasText: say('teachers.intro') })
    const cells = (row: string) => table.getByRole('row', { name: row }).getByRole('cell')
    await expect(table.getByRole('columnheader')).toHaveText([
      say('teachers.level'),
      ...lesson.levels.map((level) => level.toUpperCase()),
    ])
    await expect(cells(say('teachers.words')).first()).toHaveText(String(articleAt(easiest).wordCount))
    for (const row of ['teachers.grade', 'teachers.perSentence']) {
      const figures = (await cells(say(row)).allTextContents()).map(Number)
      expect(figures).toEqual(figures.toSorted((one, other) => one - other))
      expect(figures).toHaveLength(lesson.levels.length)
    }
    await expect(cells(say('teachers.known')).first()).toHaveText(/^\d\d%$/)
    await expect(page.getByText(say('teachers.knownHow'))).toBeVisible()
  })
