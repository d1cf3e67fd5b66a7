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

  await reader(page)
    .step(the(askingSections.at(-1), 'a last section'))
    .click()
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
  await page.goto('settings')
  await expectAwake(page)
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
