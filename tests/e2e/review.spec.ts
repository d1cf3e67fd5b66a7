import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { firstSection, lesson, questionsOf, the } from './lesson.ts'
import { answerSection, expectAwake, figure, openLesson, reader } from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

const asked = questionsOf(firstSection)
const MONDAY = new Date('2024-03-04T10:00:00Z')
const later = (days: number): Date => new Date(MONDAY.getTime() + days * 86_400_000)

/** Reads the first section of the lesson and has all its questions wrong but the first. */
async function readSection(page: Page): Promise<void> {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, (question) =>
    question === asked[0] ? right(question) : wrong(question),
  )
  await expect(page.getByText(say('save.saved'))).toBeVisible()
}

/** Comes back on another day. */
async function comeBack(page: Page, days: number, address = './'): Promise<void> {
  await page.clock.setFixedTime(later(days))
  await page.goto(address)
  await expectAwake(page)
}

const dueLink = (page: Page, count: number) =>
  page.getByRole('link', { name: say('library.review', { count }) })
const main = (page: Page) => page.getByRole('main')

/** Goes through the pile without answering: each answer is shown. */
async function giveUp(page: Page, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await expect(
      page.getByRole('group', { name: say('question.number', { number, total: count }) }),
    ).toBeVisible()
    await reader(page).button(say('question.check')).click()
    await reader(page).button(say('question.showAnswer')).click()
    await reader(page)
      .button(say(number === count ? 'review.last' : 'question.next'))
      .click()
  }
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(MONDAY)
})

test('before anything was read, review and progress say what to do', async ({ page }) => {
  for (const [address, words] of [
    ['review', say('review.empty')],
    ['progress', say('progress.empty')],
  ] as const) {
    await page.goto(address)
    await expect(main(page).getByText(words)).toBeVisible()
    await expect(main(page).getByRole('link', { name: say('review.toLibrary') })).toBeVisible()
  }
})

test('what was answered comes back the next day, in other words, and says why', async ({ page }) => {
  await readSection(page)
  await page.goto('review')
  await expect(main(page).getByText(say('review.none'))).toBeVisible()
  await expect(main(page)).toContainText('5 March 2024')

  await comeBack(page, 1)
  await dueLink(page, asked.length).click()
  await expect(main(page).getByText(say('review.due', { count: asked.length }))).toBeVisible()
  await reader(page).button(say('review.begin')).click()
  const group = page.getByRole('group', { name: say('question.number', { number: 1, total: asked.length }) })
  await expect(group).toBeFocused()
  const stem = await group.getByRole('heading').textContent()
  const first = the(
    lesson.questions.find(({ stem: own, reworded }) => [own, ...reworded].includes(stem ?? '')),
    'the question that is asked',
  )
  if (first.reworded.length > 0) expect(stem).toBe(first.reworded[0])

  await page.getByText(say('review.why')).click()
  await expect(main(page)).toContainText(say('review.reason.first'))
  await expect(main(page)).toContainText('4 March 2024')

  await expect(page.getByRole('article')).toBeHidden()
  await reader(page).button(say('memory.look')).click()
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.locator('mark')).toHaveCount(0) // the proof is not given away before the answer

  await reader(page).button(say('review.hideText')).click()
  await giveUp(page, asked.length)
  await expect(page.getByRole('heading', { name: say('review.done') })).toBeFocused()
  await expect(main(page)).toContainText('6 March 2024')
})

test('the focus stays on a question that was checked, or whose answer was shown', async ({ page }) => {
  await readSection(page)
  await comeBack(page, 1, 'review')
  await reader(page).button(say('review.begin')).click()
  const group = (number: number) =>
    page.getByRole('group', { name: say('question.number', { number, total: asked.length }) })
  await group(1).getByRole('radio').or(group(1).getByRole('checkbox')).first().check()
  await reader(page).button(say('question.check')).click()
  await expect(group(1)).toBeFocused()
  await reader(page).button(say('question.next')).click()
  await reader(page).button(say('question.check')).click()
  await reader(page).button(say('question.showAnswer')).click()
  await expect(group(2)).toBeFocused()
})

test('what is reviewed is kept when the page goes away in the middle, and the rest still waits', async ({
  page,
}) => {
  await readSection(page)
  await comeBack(page, 1, 'review')
  await reader(page).button(say('review.begin')).click()
  await reader(page).button(say('question.check')).click()
  await reader(page).button(say('question.showAnswer')).click()
  await reader(page).button(say('question.next')).click()
  await expect(page.getByText(say('save.saved'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(main(page).getByText(say('review.due', { count: asked.length - 1 }))).toBeVisible()
  await reader(page).button(say('review.begin')).click()
  await expect(
    page.getByRole('group', { name: say('question.number', { number: 1, total: asked.length - 1 }) }),
  ).toBeVisible()
})

test('the daily limit holds what waits back, and can be passed', async ({ page }) => {
  await readSection(page)
  await comeBack(page, 1, 'review')
  await page.getByRole('radio', { name: '5', exact: true }).check()
  if (asked.length <= 5)
    return expect(main(page).getByText(say('review.due', { count: asked.length }))).toBeVisible()
  await expect(main(page).getByText(say('review.due', { count: 5 }))).toBeVisible()
  await expect(main(page).getByText(say('review.more', { count: asked.length - 5 }))).toBeVisible()
})

test('a week of study: what stays known goes further away, what is forgotten comes the next day', async ({
  page,
}) => {
  await readSection(page)
  await comeBack(page, 1, 'review')
  await reader(page).button(say('review.begin')).click()
  await giveUp(page, asked.length)
  for (const day of [2, 3]) {
    await comeBack(page, day)
    await dueLink(page, asked.length).click()
    await reader(page).button(say('review.begin')).click()
    await giveUp(page, asked.length)
  }
  await comeBack(page, 3, 'progress')
  await expect(main(page)).toContainText(say('progress.calendarSummary', { count: 4, weeks: 26 }))
  await expect(main(page)).toContainText(
    say('progress.retentionSummary', { share: '0%', count: 3 * asked.length }),
  )
})

test('progress shows what was done, each chart with its table, and leads to a drill', async ({ page }) => {
  await readSection(page)
  await page.goto('progress')
  await expect(
    main(page)
      .getByRole('definition')
      .filter({ hasText: String(asked.length) })
      .first(),
  ).toBeVisible()
  await expect(figure(page, 'Lesson')).toHaveText('1') // one is no plural
  const tables = main(page).getByText(say('progress.asTable'))
  for (const summary of await tables.all()) await summary.click()
  await expect(main(page).getByRole('table', { name: say('progress.forecast') })).toContainText(
    '5 March 2024',
  )
  await expect(main(page).getByText(say('progress.noRetention'))).toBeVisible()
  const drill = main(page)
    .getByRole('link', { name: /^Practise/ })
    .first()
  await drill.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Practice')
  await reader(page).button(say('review.begin')).click()
  await expect(page.getByRole('group', { name: /^Question 1 of/ })).toBeVisible()
})
