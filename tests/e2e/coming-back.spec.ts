import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lesson, questionsOf, the } from './lesson.ts'
import {
  answerSection,
  expectAwake,
  expectVerdicts,
  figure,
  give,
  openLesson,
  openSection,
  questionGroup,
  reader,
  saved,
  verdictIn,
} from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

const second = the(askingSections[1], 'a second section')
const last = the(askingSections.at(-1), 'a last section')
const missed = the(questionsOf(firstSection)[0], 'a question')

/** The first section done with one answer wrong, the rest left out. */
async function finishWithOneWrong(page: Page): Promise<void> {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, (question) =>
    (question === missed ? wrong : right)(question),
  )
  await expectVerdicts(page, [missed], 'Not right')
  await openSection(page, mouse, last)
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.score'))).toBeVisible()
}

test('the library leads back to where the reader was', async ({ page }) => {
  await openLesson(page)
  await openSection(page, mouse, second)
  const question = the(questionsOf(second)[0], 'a question')
  await give(page, mouse, right(question))
  await reader(page).button('Check answers').click()
  await expect(verdictIn(reader(page).question(question), 'Right')).toBeVisible()
  await expect(saved(page)).toBeVisible()

  await page.goto('./')
  await expect(
    page.getByText(say('library.answered', { answered: 1, total: lesson.questionCount })).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: say('library.continue'), exact: true }).click()
  await expect(reader(page).section(second)).toBeVisible()
  await expect(verdictIn(reader(page).question(question), 'Right')).toBeVisible()
})

test('a reload in the middle changes nothing', async ({ page }) => {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expectAwake(page)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
})

test('the whole lesson can be done again, from its start and untouched', async ({ page }) => {
  await finishWithOneWrong(page)
  await reader(page).button(say('result.redoAll')).click()
  await expect(reader(page).section(firstSection)).toBeVisible()
  for (const question of questionsOf(firstSection)) {
    await expect(reader(page).question(question)).toBeVisible()
    await expect(reader(page).question(question).getByText('Right', { exact: true })).toBeHidden()
  }
  await expect(reader(page).lit).toHaveCount(0)
  await expect(page.getByText(`Question 1 of ${lesson.questionCount}`)).toBeVisible()
})

test('the missed questions alone can be done again', async ({ page }) => {
  await finishWithOneWrong(page)
  const rightOnes = questionsOf(firstSection).length - 1
  const count = lesson.questionCount - rightOnes
  await page.getByRole('button', { name: say('result.redoMissed', { count }) }).click()
  const group = questionGroup(page, 1)
  await expect(group).toContainText(missed.stem)
  await expect(page.getByText(`Question 1 of ${count}`)).toBeVisible()
  await expect(page.getByRole('group', { name: /^Question \d+ of/ })).toHaveCount(1)
})

test('a finished lesson stands with its points in the library and leads to its result', async ({ page }) => {
  await finishWithOneWrong(page)
  await page.goto('./')
  await page.getByRole('link', { name: say('library.result') }).click()
  await expect(figure(page, say('result.score'))).toBeVisible()
  await page.goto('./')
  await page.getByRole('link', { name: lesson.title }).click()
  await expect(page.getByText(say('read.finishedBefore'))).toBeVisible()
})

test('a new sitting does not take the place of the finished result until it is finished', async ({
  page,
}) => {
  await finishWithOneWrong(page)
  await reader(page).button(say('result.redoAll')).click()
  await expect(reader(page).section(firstSection)).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await page.goto('./')
  await expect(page.getByRole('link', { name: say('library.continue'), exact: true })).toBeVisible()
  await page.getByRole('link', { name: say('library.result') }).click()
  await expect(figure(page, say('result.score'))).toBeVisible()
})
