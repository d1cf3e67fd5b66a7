import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lesson, numberOf, questionsOf, the } from './lesson.ts'
import {
  chooseSettings,
  expectAwake,
  figure,
  give,
  openLesson,
  openSection,
  openSettings,
  questionGroup,
  reader,
  verdictIn,
} from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

const choose = (name: string) => (page: Page) => page.getByRole('radio', { name }).check()
const turnOff = (name: string) => (page: Page) => page.getByRole('checkbox', { name }).uncheck()

test('questions come one at a time, each checked by itself', async ({ page }) => {
  await chooseSettings(page, choose(say('settings.paces.one')))
  await openLesson(page)
  const { question: groupOf, button } = reader(page)
  const questions = questionsOf(firstSection)
  for (const [index, question] of questions.entries()) {
    await expect(page.getByRole('group', { name: /^Question \d+ of/ })).toHaveCount(1)
    await give(page, mouse, right(question))
    await button('Check answer').click()
    await expect(verdictIn(groupOf(question), 'Right')).toBeVisible()
    if (index < questions.length - 1) await button('Next question').click()
  }
  await button('Next section').click()
  await expect(reader(page).section(the(askingSections[1], 'a second section'))).toBeVisible()
})

test('the whole article stands on one page, with a way to the questions of each section', async ({
  page,
}) => {
  await chooseSettings(page, choose(say('settings.spans.article')))
  await openLesson(page)
  for (const section of the(lesson.articles[lesson.defaultLevel], 'an article').sections)
    await expect(reader(page).section(section)).toBeVisible()
  const second = the(askingSections[1], 'a second section')
  await reader(page)
    .section(second)
    .getByRole('button', { name: say('read.toQuestions') })
    .click()
  await expect(reader(page).question(the(questionsOf(second)[0], 'a question'))).toBeVisible()
})

test('without retries a wrong answer is followed by the right one at once', async ({ page }) => {
  await chooseSettings(page, turnOff(say('settings.retries')))
  await openLesson(page)
  const question = the(questionsOf(firstSection)[0], 'a question')
  await give(page, mouse, wrong(question))
  await reader(page).button('Check answers').click()
  const group = reader(page).question(question)
  await expect(verdictIn(group, 'Not right')).toBeVisible()
  await expect(group).toContainText(question.explanation)
  await expect(group.getByRole('button', { name: 'Try again' })).toBeHidden()
})

test('withheld answers are given with the result and not before', async ({ page }) => {
  await chooseSettings(page, async (settings) => {
    await turnOff(say('settings.retries'))(settings)
    await turnOff(say('settings.givesAnswer'))(settings)
  })
  await openLesson(page)
  const question = the(questionsOf(firstSection)[0], 'a question')
  await give(page, mouse, wrong(question))
  await reader(page).button('Check answers').click()
  const group = reader(page).question(question)
  await expect(verdictIn(group, 'Not right')).toBeVisible()
  await expect(group).not.toContainText(question.explanation)
  await expect(group.getByRole('button', { name: 'Show the answer' })).toBeHidden()
  await expect(reader(page).lit).toHaveCount(0)

  await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.answered'))).toBeVisible()
  await expect(questionGroup(page, numberOf(question))).toContainText(question.explanation)
})

test('dark colours and the size of the text hold on every page and survive a reload', async ({ page }) => {
  await openLesson(page)
  const paragraph = reader(page).article.locator('p:visible').first()
  const look = () =>
    paragraph.evaluate((element) => ({
      size: parseFloat(getComputedStyle(element).fontSize),
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }))
  const before = await look()
  await reader(page).button(say('read.textSettings')).click()
  await page.getByRole('radio', { name: say('settings.themes.dark') }).check()
  await page.getByRole('radio', { name: '150%' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: '150%' })).toBeHidden()
  const after = await look()
  expect(after.size).toBeCloseTo(before.size * 1.5, 0)
  expect(after.paper).not.toBe(before.paper)

  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await look()).toEqual(after)
  await openSettings(page)
  await expect(page.getByRole('radio', { name: say('settings.themes.dark') })).toBeChecked()
  await expect(page.getByRole('radio', { name: '150%' })).toBeChecked()
})

test('how questions are asked survives a reload', async ({ page }) => {
  await chooseSettings(page, async (settings) => {
    await choose(say('settings.paces.one'))(settings)
    await choose(say('settings.spans.article'))(settings)
    await turnOff(say('settings.retries'))(settings)
    await turnOff(say('settings.givesAnswer'))(settings)
  })
  await page.reload()
  await expect(page.getByRole('radio', { name: say('settings.paces.one') })).toBeChecked()
  await expect(page.getByRole('radio', { name: say('settings.spans.article') })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: say('settings.retries') })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: say('settings.givesAnswer') })).not.toBeChecked()
})

/** Chooses one value of one setting, by the names of both. */
const choice = (setting: string, value: string) => (page: Page) =>
  page
    .getByRole('group', { name: say(setting), exact: true })
    .getByRole('radio', { name: say(value) })
    .check()

/** How the first paragraph of the article is set, in figures. */
const typeOf = (page: Page) =>
  reader(page)
    .article.locator('[data-paragraph]:visible')
    .first()
    .evaluate((paragraph) => {
      const { fontFamily, lineHeight, fontSize, letterSpacing, wordSpacing } = getComputedStyle(paragraph)
      return {
        paper: getComputedStyle(document.documentElement).backgroundColor,
        face: fontFamily,
        leading: parseFloat(lineHeight) / parseFloat(fontSize),
        letters: parseFloat(letterSpacing) || 0,
        words: parseFloat(wordSpacing) || 0,
        width: paragraph.getBoundingClientRect().width,
      }
    })

/** Writes down the colour of the page in each frame, from the first one that has a page. */
const watchColours = (page: Page) =>
  page.addInitScript(() => {
    const painted: string[] = []
    Object.assign(window, { painted })
    const look = (): void => {
      const colour = getComputedStyle(document.documentElement).backgroundColor
      if (document.body !== null && painted.at(-1) !== colour) painted.push(colour)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
const paintedColours = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'painted') as unknown)

for (const [theme, paper] of [
  ['light', 'rgb(251, 248, 241)'],
  ['sepia', 'rgb(243, 230, 204)'],
  ['dark', 'rgb(21, 23, 26)'],
  ['contrast', 'rgb(255, 255, 255)'],
] as const) {
  test(`the colours of "${theme}" are there in the first frame and stay`, async ({ page }) => {
    await chooseSettings(page, choice('settings.theme', `settings.themes.${theme}`))
    await watchColours(page)
    await openLesson(page)
    expect(await paintedColours(page)).toEqual([paper])
    await page.reload()
    await expectAwake(page)
    expect(await paintedColours(page)).toEqual([paper])
  })
}

test('every choice of type changes the text, from the first frame on', async ({ page }) => {
  await openLesson(page)
  const before = await typeOf(page)
  await chooseSettings(page, async (settings) => {
    await choice('settings.face', 'settings.faces.hyperlegible')(settings)
    await choice('settings.line', 'settings.lines.open')(settings)
    await choice('settings.spacing', 'settings.spacings.wider')(settings)
    await choice('settings.measure', 'settings.measures.narrow')(settings)
    await choice('settings.motion', 'settings.motions.reduced')(settings)
  })
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced')
  await openLesson(page)
  const after = await typeOf(page)
  expect(after.face).toContain('Atkinson Hyperlegible Next')
  expect(before.face).not.toContain('Atkinson Hyperlegible Next')
  expect(after.leading).toBeGreaterThan(before.leading + 0.2)
  expect(after.letters).toBeGreaterThan(before.letters + 1)
  expect(after.words).toBeGreaterThan(before.words + 1)
  expect(after.width).toBeLessThan(before.width - 50)
  await page.reload()
  await expectAwake(page)
  expect(await typeOf(page)).toEqual(after)
})

test('a printed page is dark on white, whatever the screen is', async ({ page }) => {
  await chooseSettings(page, choice('settings.theme', 'settings.themes.dark'))
  await page.emulateMedia({ media: 'print' })
  const luminous = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(luminous).toMatch(/^rgb\(25\d, 2[45]\d, 2[45]\d\)$/)
})

test.describe('line focus', () => {
  const band = (page: Page) => page.locator('[data-line-band] > :nth-child(2)')
  const middleOfBand = (page: Page) =>
    band(page).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return { middle: (top + bottom) / 2 + scrollY, height: bottom - top }
    })
  /** Turns it on in the panel, closes the panel, waits until the band stands still. */
  async function turnOn(page: Page): Promise<void> {
    await openLesson(page)
    await expect(band(page)).toHaveCount(0)
    await reader(page).button(say('read.textSettings')).click()
    await page.getByRole('checkbox', { name: say('settings.lineFocus') }).check()
    await page.keyboard.press('Escape')
    await expect(band(page)).toBeVisible()
  }
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('keeps three lines clear and moves by the arrow keys, J and K', async ({ page }) => {
    await turnOn(page)
    const line = await reader(page)
      .article.locator('[data-paragraph]:visible')
      .first()
      .evaluate((paragraph) => parseFloat(getComputedStyle(paragraph).lineHeight))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await middleOfBand(page)).height).toBeGreaterThan(line * 2)
    const start = await middleOfBand(page)
    expect(start.height).toBeLessThan(line * 4.5)
    for (const [key, direction] of [
      ['ArrowDown', 1],
      ['j', 1],
      ['k', -1],
      ['ArrowUp', -1],
    ] as const) {
      const { middle } = await middleOfBand(page)
      await page.keyboard.press(key)
      await expect
        .poll(async () => ((await middleOfBand(page)).middle - middle) * direction, key)
        .toBeGreaterThan(line / 2)
    }
    await expect.poll(async () => Math.round((await middleOfBand(page)).middle - start.middle)).toBe(0)
  })

  test('follows the pointer and the text that is scrolled under it', async ({ page }) => {
    await turnOn(page)
    const paragraph = reader(page).article.locator('[data-paragraph]:visible').first()
    const box = the(await paragraph.boundingBox(), 'a first paragraph')
    const y = box.y + 30
    await page.mouse.move(box.x + 20, y - 20)
    await page.mouse.move(box.x + 40, y)
    await expect.poll(async () => Math.abs((await middleOfBand(page)).middle - y)).toBeLessThan(40)
    await page.evaluate(() => scrollBy({ top: 120, behavior: 'instant' }))
    await expect.poll(async () => Math.abs((await middleOfBand(page)).middle - y - 120)).toBeLessThan(40)
  })

  test('leaves the keys to the questions and survives a reload', async ({ page }) => {
    await turnOn(page)
    const { middle } = await middleOfBand(page)
    await page.getByRole('complementary').getByRole('radio').first().focus()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    expect((await middleOfBand(page)).middle).toBeCloseTo(middle, 0)
    await page.reload()
    await expect(band(page)).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-line-focus', 'true')
  })
})

test('all reading settings are one link away from the text', async ({ page }) => {
  await openLesson(page)
  await reader(page).button(say('read.textSettings')).click()
  await page.getByRole('link', { name: say('read.allSettings') }).click()
  await expect(page.getByRole('heading', { name: say('settings.look') })).toBeVisible()
})

test.describe('in forced colours', () => {
  test.use({ colorScheme: 'dark', contextOptions: { forcedColors: 'active' } })

  /** Marks whose words have the colour of what they stand on. */
  const unreadableMarks = (page: Page): Promise<string[]> =>
    page.locator('mark').evaluateAll((marks) => {
      const paper = getComputedStyle(document.documentElement).backgroundColor
      return marks
        .filter((mark) => {
          const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(
            mark,
          ) as CSSStyleDeclaration & {
            forcedColorAdjust: string // not among TypeScript's properties yet
          }
          // Where colours are adjusted the browser lays its paper behind the words.
          return color === (forcedColorAdjust === 'none' ? backgroundColor : paper)
        })
        .map((mark) => mark.textContent)
    })

  test('what was chosen, where the reader is and what is proved can be told apart', async ({ page }) => {
    await openLesson(page)
    const question = the(questionsOf(firstSection)[0], 'a question')
    await give(page, mouse, right(question))
    const filled = await reader(page)
      .question(question)
      .locator('input:checked + *')
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor)
    const empty = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(filled).not.toBe(empty)

    const [current, other] = await page
      .getByRole('navigation', { name: say('read.sections') })
      .getByRole('button')
      .evaluateAll((steps) => steps.slice(0, 2).map((step) => getComputedStyle(step).borderBlockEndWidth))
    expect(current).not.toBe(other)

    await reader(page).button('Check answers').click()
    await reader(page).question(question).getByRole('button', { name: 'Show it in the text' }).click()
    const lit = await reader(page)
      .lit.first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor)
    expect(lit).not.toBe(empty)
    expect(await unreadableMarks(page)).toEqual([])
    await page.goto('settings')
    await expect(page.locator('mark')).toBeVisible()
    expect(await unreadableMarks(page)).toEqual([])
  })
})
