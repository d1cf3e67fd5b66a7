import type { Page } from '@playwright/test'
import { evidenceSentences, reportOf } from '#core/lesson/questions.ts'
import { mouse } from './hands.ts'
import { expect, test } from './journey.ts'
import { articleAt, lesson, lessonAddress, questionOf, the } from './lesson.ts'
import { give, openLesson, openSection, reader, verdictIn } from './reader.ts'
import { right } from './responses.ts'
import { withVoices } from './voices.ts'
import { say } from './words.ts'

const article = articleAt(lesson.defaultLevel)
const report = the(lesson.reports?.[0], 'a second report')
const second = the(
  article.sections.findLast((section) => section.report === report.id),
  'a section of the second report',
)
/** One choice whose proof lies in both texts. */
const comparing = the(
  lesson.questions.find((question) => {
    if (question.section !== second.id || question.type !== 'single') return false
    const sections = evidenceSentences(question, lesson.defaultLevel).map((id) => id.split('.')[0])
    return new Set(sections.map((id) => reportOf(article, id as typeof second.id))).size === 2
  }),
  'a question that compares the texts',
)
const [proofInFirst, proofInSecond] = [false, true].map((isSecond) =>
  the(
    evidenceSentences(comparing, lesson.defaultLevel).find(
      (id) => (reportOf(article, id.split('.')[0] as typeof second.id) !== null) === isSecond,
    ),
    'a proof',
  ),
)
const lineOf = (page: Page, id: string | undefined) => page.locator(`[id="evidence-${id}"]`)

const WHOLE_ARTICLE = JSON.stringify({ span: 'article', listensToQuestions: false })

async function openSecond(page: Page) {
  await openLesson(page)
  await openSection(page, mouse, second)
}

/** Answers the question that compares, and goes to its proof. */
async function showProof(page: Page) {
  await openSecond(page)
  await give(page, mouse, right(comparing))
  await mouse.press(reader(page).button(say('question.checkAll')))
  const group = reader(page).question(comparing)
  await expect(verdictIn(group, 'Right')).toBeVisible()
  await mouse.press(group.getByRole('button', { name: say('question.showInText') }))
}

test('on a wide screen both reports stand side by side, and both lines of a proof are in sight', async ({
  page,
}) => {
  await showProof(page)
  const named = (key: string) => page.getByRole('article', { name: say(key), exact: true })
  const [first, other] = [named('report.first'), named('report.second')]
  await expect(first).toContainText(say('report.first'))
  await expect(other).toContainText(report.title)
  await expect(lineOf(page, proofInFirst)).toBeInViewport()
  await expect(lineOf(page, proofInSecond)).toBeInViewport()
  const [one, two] = [await first.boundingBox(), await other.boundingBox()]
  expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual(two?.x ?? 0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a tab turns to the other report, and a proof turns to the one that holds it', async ({ page }) => {
    await showProof(page)
    const tab = (name: string) => page.getByRole('button', { name, exact: true })
    await expect(tab(say('report.first'))).toHaveAttribute('aria-pressed', 'true')
    await expect(lineOf(page, proofInFirst)).toBeInViewport()
    await expect(lineOf(page, proofInSecond)).toBeHidden()
    await mouse.press(tab(say('report.second')))
    await expect(lineOf(page, proofInSecond)).toBeVisible()
    await expect(lineOf(page, proofInFirst)).toBeHidden()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('in the whole article, what is read aloud is what is seen: the voice begins there and turns the tab', async ({
    page,
  }) => {
    await withVoices(page)
    await page.addInitScript((stored) => localStorage.setItem('proofline.settings', stored), WHOLE_ARTICLE)
    await openLesson(page)
    const spoken = page.locator('article [data-spoken]')
    const tab = (name: string) => page.getByRole('button', { name, exact: true })
    const [firstOfSecond] = article.sections.filter((section) => section.report === report.id)
    await mouse.press(
      page.getByRole('banner').getByRole('button', { name: say('listen.label'), exact: true }),
    )
    await mouse.press(tab(say('report.second')))
    await mouse.press(tab(say('listen.play')))
    await expect(spoken).toHaveText(new RegExp(`${the(firstOfSecond, 'its first section').title}$`))
    await expect(spoken).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expect(tab(say('report.first'))).toHaveAttribute('aria-pressed', 'true')
    await expect(spoken).toBeInViewport()
    await page.keyboard.press('ArrowDown')
    await expect(tab(say('report.second'))).toHaveAttribute('aria-pressed', 'true')
    await expect(spoken).toBeInViewport()
  })
})

test('every statement of a table is judged, and its verdict is given', async ({ page }) => {
  const question = questionOf('claims')
  await openSecond(page)
  await give(page, mouse, right(question))
  await mouse.press(reader(page).button(say('question.checkAll')))
  await expect(verdictIn(reader(page).question(question), 'Right')).toBeVisible()
})

test('on paper the second report is named, and so is the text that holds a proof', async ({ page }) => {
  await page.goto(`${lessonAddress}/print`)
  const worksheet = page.locator('[data-sheet="worksheet"]')
  await expect(worksheet.getByText(report.title, { exact: true })).toBeVisible()
  await page.goto(`${lessonAddress}/print?sheets=key`)
  const answer = page.locator(`[data-answer="${comparing.id}"]`)
  await expect(answer).toContainText(`(${say('report.second')}: `)
})
