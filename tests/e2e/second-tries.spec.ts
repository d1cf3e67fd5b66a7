import type { Page } from '@playwright/test'
import type { Question } from '#core/lesson/model.ts'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import {
  askingSections,
  firstSection,
  lesson,
  numberOf,
  placeOf,
  proofOf,
  questionOf,
  questionsOf,
  sectionOf,
  the,
  wordsOf,
} from './lesson.ts'
import {
  expectVerdicts,
  figure,
  give,
  openLesson,
  openSection,
  questionGroup,
  reader,
  verdictIn,
} from './reader.ts'
import { partlyRight, right, wrong } from './responses.ts'
import { say } from './words.ts'

/** Worth one point, so that the points on the screen are the shares of the rules; its proof stands in its own section. */
const question = the(
  questionsOf(firstSection).find(({ type, points }) => type === 'single' && points === 1),
  'a choice of one in its first section',
)
const proof = the(proofOf(question)[0], 'a proof of it')
const paragraph = placeOf(proof).paragraph
const points = (earned: string): string => say('question.points', { points: earned, max: 1 })

const check = (page: Page): Promise<void> => reader(page).button('Check answers').click()
const tryAgain = (page: Page): Promise<void> =>
  reader(page).question(question).getByRole('button', { name: 'Try again' }).click()

async function finishNow(page: Page): Promise<void> {
  await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
  await reader(page).button('Finish').click()
}

const answerWrongly = async (page: Page, asked: Question = question): Promise<void> => {
  await give(page, mouse, wrong(asked))
  await check(page)
  await expect(verdictIn(reader(page).question(asked), 'Not right')).toBeVisible()
}

test('after a wrong answer the paragraph is hinted at for half, then the sentence for a quarter, and the first try is kept apart', async ({
  page,
}) => {
  await openLesson(page)
  const { article, lit, question: groupOf } = reader(page)
  const group = groupOf(question)

  await answerWrongly(page)
  await expect(group.getByText(points('0'))).toBeVisible()
  await expect(lit, 'nothing gives the answer away').toHaveCount(0)

  await tryAgain(page)
  await expect(group.getByText(say('question.hintParagraph', { paragraph }))).toBeVisible()
  await expect(group.getByText(say('question.keptBack')), 'it is said at once').toBeHidden()
  await expect(article.locator(`[data-paragraph="${paragraph}"]`)).toHaveAttribute('data-hint')
  await expect(lit).toHaveCount(0)

  await answerWrongly(page)
  await tryAgain(page)
  await expect(group.getByText(say('question.hintSentence', { paragraph }))).toBeVisible()
  await expect(lit).toHaveText([wordsOf(proof)])

  await give(page, mouse, right(question))
  await check(page)
  await expect(verdictIn(group, 'Right')).toBeVisible()
  await expect(group.getByText(points('0.25'))).toBeVisible()

  await finishNow(page)
  await expect(figure(page, say('result.score'))).toContainText('0.25')
  await expect(figure(page, say('result.firstTry'))).toContainText(/^\s*0%/)
})

test('a right second try earns half', async ({ page }) => {
  await openLesson(page)
  await answerWrongly(page)
  await tryAgain(page)
  await give(page, mouse, right(question))
  await check(page)
  await expect(reader(page).question(question).getByText(points('0.5'))).toBeVisible()
})

test('a new try is checked where it is made, and the others stay as they were', async ({ page }) => {
  await openLesson(page)
  const group = reader(page).question(question)
  const own = group.getByRole('button', { name: say('question.check'), exact: true })
  await give(page, mouse, wrong(question))
  await expect(own, 'the first time the section is checked together').toBeHidden()
  await check(page)
  await tryAgain(page)
  await give(page, mouse, right(question))
  await own.click()
  await expect(verdictIn(group, 'Right')).toBeVisible()
  await expect(group).toBeFocused()
  await expect(own).toBeHidden()
  const other = the(
    questionsOf(firstSection).find((one) => one !== question),
    'a second question',
  )
  await give(page, mouse, right(other))
  // What was given is stored, and can be checked all the same.
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  await expect(verdictIn(reader(page).question(other), 'Not answered')).toBeHidden()
  await reader(page)
    .question(other)
    .getByRole('button', { name: say('question.check'), exact: true })
    .click()
  await expect(verdictIn(reader(page).question(other), 'Right')).toBeVisible()
})

test('a third wrong answer is followed by the right one, its proof and why', async ({ page }) => {
  await openLesson(page)
  const group = reader(page).question(question)
  await answerWrongly(page)
  await tryAgain(page)
  await answerWrongly(page)
  await tryAgain(page)
  await answerWrongly(page)
  await expect(group.getByText(question.explanation)).toBeVisible()
  await expect(group.getByText(say('part.key'))).toBeVisible()
  await expect(reader(page).lit.first()).toContainText(wordsOf(proof))
  await expect(group.getByRole('button', { name: 'Try again' })).toBeHidden()
  await expect(group.getByText(points('0'))).toBeVisible()
})

test('every question of a section says that it is wrong without giving its answer', async ({ page }) => {
  await openLesson(page)
  for (const asked of questionsOf(firstSection)) await give(page, mouse, wrong(asked))
  await check(page)
  await expectVerdicts(page, questionsOf(firstSection), 'Not right')
  await expect(reader(page).lit).toHaveCount(0)
  for (const asked of questionsOf(firstSection))
    await expect(reader(page).question(asked)).not.toContainText(asked.explanation)
})

test('verdicts and places of proofs are said in the one status region', async ({ page }) => {
  await openLesson(page)
  const { status, question: groupOf } = reader(page)
  await expect(status).toHaveCount(1)
  await answerWrongly(page)
  await expect(status).toContainText(
    say('question.verdictOf', { number: numberOf(question), verdict: 'Not right' }),
  )
  await groupOf(question).getByRole('button', { name: 'Show the answer' }).click()
  const { sentenceNumber } = placeOf(proof)
  await expect(status).toContainText(`Evidence: paragraph ${paragraph}, sentence ${sentenceNumber}`)
  await expect(groupOf(question)).toBeFocused()
})

test('a half right answer is called partly right', async ({ page }) => {
  await openLesson(page)
  const answer = partlyRight()
  const section = sectionOf(answer.question)
  await openSection(page, mouse, section)
  await give(page, mouse, answer)
  await check(page)
  await expect(verdictIn(reader(page).question(answer.question), 'Partly right')).toBeVisible()
})

test('an unanswered question is called so, stays open and can be checked later', async ({ page }) => {
  await openLesson(page)
  const asked = questionsOf(firstSection)
  await check(page)
  await expectVerdicts(page, asked, 'Not answered')
  await give(page, mouse, right(question))
  await check(page)
  await expect(verdictIn(reader(page).question(question), 'Right')).toBeVisible()
  await expectVerdicts(
    page,
    asked.filter((other) => other !== question),
    'Not answered',
  )
})

test('what was given of half an answer stands in the result, with why it earns nothing', async ({ page }) => {
  const asked = questionOf('gap')
  await openLesson(page)
  await openSection(page, mouse, sectionOf(asked))
  const gap = reader(page).question(asked).getByRole('combobox').first()
  await gap.selectOption({ index: 1 })
  const given = await gap.inputValue()
  await check(page)
  await finishNow(page)
  const shown = page.getByRole('group', {
    name: say('question.number', { number: numberOf(asked), total: lesson.questionCount }),
  })
  await expect(shown.getByRole('definition').first()).toContainText(given)
  await expect(shown).toContainText(say('result.incomplete'))
})

test('what was never answered is no wrong answer on the result page', async ({ page }) => {
  await openLesson(page)
  await give(page, mouse, right(question))
  await check(page)
  await finishNow(page)
  await expect(figure(page, say('result.answered'))).toContainText(/^1 /)
  const other = the(
    lesson.questions.find((one) => one !== question),
    'a second question',
  )
  const group = questionGroup(page, numberOf(other))
  await expect(verdictIn(group, 'Not answered')).toBeVisible()
  await expect(group.getByText(say('result.noAnswer'))).toBeVisible()
  await expect(group.getByText('Not right', { exact: true })).toBeHidden()
})
