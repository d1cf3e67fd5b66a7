import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { sentenceText } from '#core/lesson/text.ts'
import { expect, test } from './journey.ts'
import {
  articleAt,
  askingSections,
  lesson,
  lessonAddress,
  numberOf,
  placeOf,
  proofOf,
  questionsOf,
  sectionsOfEveryType,
  the,
} from './lesson.ts'
import { expectAwake, openLesson, questionGroup, reader } from './reader.ts'
import { say } from './words.ts'

const printAddress = `${lessonAddress}/print`
const presentAddress = `${lessonAddress}/present`

/** In points, as PDF files count. */
const SIZES = { a4: [595, 842], letter: [612, 792] } as const

/** The sizes of the pages of a PDF file, rounded to whole points. */
const pageSizes = (pdf: Buffer): number[][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  )

/** The words of a PDF file; null where the machine has no `pdftotext`. */
async function textOf(pdf: Buffer): Promise<string | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'proofline-print-'))
  try {
    const file = path.join(folder, 'sheet.pdf')
    await writeFile(file, pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'])
    return stdout
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function printed(page: Page, query: string): Promise<Buffer> {
  await page.goto(`${printAddress}${query}`)
  await expectAwake(page)
  return page.pdf({ preferCSSPageSize: true })
}

const worksheet = (page: Page) => page.locator('[data-sheet="worksheet"]')
const key = (page: Page) => page.locator('[data-sheet="key"]')

test('the worksheet is A4, asks every question once, and holds no answer', async ({ page }) => {
  const pdf = await printed(page, '')
  expect(new Set(pageSizes(pdf).map(String))).toEqual(new Set([String(SIZES.a4)]))
  await expect(worksheet(page).locator('[data-question]')).toHaveCount(lesson.questions.length)
  await expect(worksheet(page).locator('[data-paragraph]')).toHaveCount(
    articleAt(lesson.defaultLevel).sections.flatMap((section) => section.paragraphs).length,
  )
  await expect(key(page)).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  const onPaper = (await textOf(pdf)) ?? (await page.locator('body').innerText())
  for (const { explanation } of lesson.questions)
    expect(onPaper.replace(/\s+/g, ' ')).not.toContain(explanation)
  const numbers = [...onPaper.matchAll(/\(\d points?\)/g)]
  expect(numbers).toHaveLength(lesson.questions.length)
  for (const chrome of [say('print.what'), say('print.addressHint'), say('shell.settings')])
    expect(onPaper).not.toContain(chrome)
})

test('the key names the answer and the place of its proof for every question, on Letter paper', async ({
  page,
}) => {
  const pdf = await printed(page, '?sheets=key&paper=letter')
  expect(new Set(pageSizes(pdf).map(String))).toEqual(new Set([String(SIZES.letter)]))
  await expect(worksheet(page)).toHaveCount(0)
  for (const question of lesson.questions) {
    const answer = key(page).locator(`[data-answer="${question.id}"]`)
    await expect(answer).toContainText(question.explanation)
    const proof = placeOf(the(proofOf(question)[0], `a proof of ${question.id}`))
    await expect(answer).toContainText(
      say('question.sentencePlace', { paragraph: proof.paragraph, sentence: proof.sentenceNumber }),
    )
  }
})

test('the key begins on a page of its own, and large print takes more of them', async ({ page }) => {
  const alone = pageSizes(await printed(page, '?content=questions')).length
  const keyAlone = pageSizes(await printed(page, '?content=questions&sheets=key')).length
  const both = pageSizes(await printed(page, '?content=questions&sheets=both')).length
  expect(both).toBe(alone + keyAlone)
  expect(pageSizes(await printed(page, '?content=questions&text=large')).length).toBeGreaterThan(alone)
})

test('the choices live in the address, and a level brings its own article', async ({ page }) => {
  await page.goto(printAddress)
  await expectAwake(page)
  await page.getByRole('radio', { name: say('print.sheets.both') }).check()
  await page.getByRole('radio', { name: say('print.texts.large') }).check()
  const level = the(
    lesson.levels.find((known) => known !== lesson.defaultLevel),
    'a second level',
  )
  await page.getByRole('radio', { name: level.toUpperCase(), exact: true }).check()
  await page.getByRole('checkbox', { name: say('print.glossary') }).uncheck()
  await expect(page).toHaveURL(new RegExp(`sheets=both.*level=${level}.*text=large.*glossary=no`))
  await page.reload()
  await expectAwake(page)
  await expect(page.getByRole('radio', { name: say('print.sheets.both') })).toBeChecked()
  await expect(key(page)).toHaveAttribute('data-text', 'large')
  const sentence = the(articleAt(level).sections[0]?.paragraphs[0]?.sentences[0], 'a sentence')
  await expect(worksheet(page)).toContainText(sentenceText(sentence).replace(/\s+/g, ' '))
  await expect(worksheet(page).getByText(say('print.glossaryHeading'))).toHaveCount(0)
})

test('reader and library lead to paper, the reader at the level that is read', async ({ page }) => {
  await page.goto('./')
  await expectAwake(page)
  await page
    .getByRole('link', { name: say('print.link'), exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: say('print.heading') })).toBeVisible()
  await openLesson(page)
  const level = the(
    lesson.levels.find((known) => known !== lesson.defaultLevel),
    'a second level',
  )
  await reader(page).level.selectOption(level)
  const link = page.getByRole('link', { name: say('print.link'), exact: true })
  await expect(link).toHaveAttribute('href', new RegExp(`level=${level}$`)) // once the level's text is there
  await link.click()
  await expect(page).toHaveURL(new RegExp(`/print\\?level=${level}$`))
  await expect(page.getByRole('radio', { name: level.toUpperCase(), exact: true })).toBeChecked()
})

test('the browser’s own print gives the whole article and nothing of the page around it', async ({
  page,
}) => {
  await openLesson(page)
  const onPaper = await textOf(await page.pdf({ format: 'A4' }))
  if (onPaper !== null) {
    for (const { title } of articleAt(lesson.defaultLevel).sections) expect(onPaper).toContain(title)
    expect(onPaper).toContain(say('read.licence', { licence: lesson.licence }))
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  for (const { title } of articleAt(lesson.defaultLevel).sections)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.locator('button:visible, input:visible, select:visible, nav:visible')).toHaveCount(0)
  await expect(questionGroup(page, 1)).toBeHidden()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the print page shows the worksheet and says what to do', async ({ page }) => {
    await page.goto(printAddress)
    // A test finds no text in this element, where a reader does.
    const advice = page.locator('main noscript')
    await expect(advice).toBeVisible()
    expect(await advice.textContent()).toBe(say('print.withoutScript'))
    await expect(worksheet(page)).toBeVisible()
    await expect(page.locator('button:visible, input:visible')).toHaveCount(0)
  })
})

test('a class is led through a section, its first question and the proof by one key, and back by another', async ({
  page,
}) => {
  const [section] = askingSections
  const [question] = questionsOf(the(section, 'a section'))
  const proof = proofOf(the(question, 'a question'))
  await page.goto(presentAddress)
  await expectAwake(page)
  const group = questionGroup(page, lesson.questions.indexOf(the(question, 'a question')) + 1)
  const pressUntil = async (press: string, seen: () => Promise<boolean>): Promise<void> => {
    for (let times = 0; times < 12 && !(await seen()); times++) await page.keyboard.press(press)
    expect(await seen()).toBe(true)
  }
  await expect(group).toBeHidden()
  await pressUntil('PageDown', () => group.isVisible())
  await expect(page.locator('mark')).toHaveCount(0)
  await pressUntil('Space', async () => (await page.locator('mark').count()) > 0)
  await expect(page.locator('mark')).toHaveCount(proof.length)
  await expect(group.getByText(the(question, 'a question').explanation)).toBeVisible()
  await pressUntil('PageUp', async () => (await page.locator('mark').count()) === 0)
  await pressUntil('ArrowLeft', async () => !(await group.isVisible()))
  await page.keyboard.press('End')
  await expect(questionGroup(page, lesson.questions.length)).toBeVisible()
  await page.reload()
  await expectAwake(page)
  await expect(questionGroup(page, lesson.questions.length)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(group).toBeHidden()
})

test('what a class answers is shown and not kept', async ({ page }) => {
  await page.goto(`${presentAddress}?slide=2`)
  await expectAwake(page)
  const group = questionGroup(page, 1)
  await group.getByRole('checkbox').or(group.getByRole('radio')).first().check()
  await page.getByRole('button', { name: say('question.showAnswer') }).click()
  await expect(page.locator('mark')).not.toHaveCount(0)
  await expect(group.getByText(/^(Right|Partly right|Not right)$/)).toBeVisible()
  await page.getByRole('link', { name: say('present.close') }).click()
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
  await expect(page.getByRole('checkbox').or(page.getByRole('radio')).first()).not.toBeChecked()
  await page.goto('./')
  await expectAwake(page)
  await expect(page.getByText(say('library.notStarted')).first()).toBeVisible()
})

test('Escape leaves a class, after what lies on the slide: an explained word, a sentence that is picked', async ({
  page,
}) => {
  const picking = sectionsOfEveryType()
    .flatMap(questionsOf)
    .find(({ type }) => type === 'evidence')
  const number = numberOf(the(picking, 'a question that asks for a sentence'))
  await page.goto(presentAddress)
  await expectAwake(page)
  await page
    .getByRole('region', { name: say('present.text') })
    .getByRole('link')
    .first()
    .click()
  const explained = page.locator('[popover]:popover-open')
  await expect(explained).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(explained).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`${presentAddress}$`))

  for (let slide = 0; slide < 200 && !(await questionGroup(page, number).isVisible()); slide++)
    await page.getByRole('button', { name: say('present.forward') }).click()
  const pick = page.getByRole('button', { name: say('proof.pick') })
  await pick.click()
  await page.keyboard.press('Escape')
  await expect(pick).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`${lessonAddress}$`))
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
})

test('in a presentation it is said that the answer has come', async ({ page }) => {
  await page.goto(presentAddress)
  await expectAwake(page)
  const forward = page.getByRole('button', { name: say('present.forward') })
  for (let slide = 0; slide < 200 && !(await questionGroup(page, 1).isVisible()); slide++)
    await forward.click()
  await expect(reader(page).status).toHaveText(
    say('question.number', { number: 1, total: lesson.questionCount }),
  )
  await forward.click()
  await expect(reader(page).status).toHaveText(
    say('present.answered', { number: 1, total: lesson.questionCount }),
  )
})

test('on a phone a class has the two buttons that turn, and none that there is no room for', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(presentAddress)
  await expectAwake(page)
  await expect(page.getByRole('button', { name: say('present.forward') })).toBeVisible()
  for (const key of ['present.toStart', 'present.toEnd', 'present.fullscreen'])
    await expect(page.getByRole('button', { name: say(key) })).toBeHidden()
})

test('a table that asks who says so leaves a hand five centimetres', async ({ page }) => {
  await page.goto(printAddress)
  await expectAwake(page)
  const room = worksheet(page).getByRole('columnheader', { name: say('interactions.claims.who') })
  expect(((await room.boundingBox())?.width ?? 0) / (96 / 2.54)).toBeGreaterThan(5)
})

test('pages are counted in the same order in a language from right to left', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('proofline.settings', '{"language":"ar"}'))
  const onPaper = await textOf(await printed(page, ''))
  if (onPaper !== null) expect(onPaper).toMatch(/^\s*1\/\d+$/m)
})

test('what to do is written upright in a script that has no slanted letters', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('proofline.settings', '{"language":"ar"}'))
  await page.goto(printAddress)
  await expectAwake(page)
  const instruction = worksheet(page).locator('.instruction > [lang="ar"]').first()
  await expect(instruction).toHaveCSS('font-style', 'normal')
})
