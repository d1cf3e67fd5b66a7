import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lesson, lessonAddress, questionsOf, the } from './lesson.ts'
import {
  answerSection,
  expectAwake,
  expectVerdicts,
  figure,
  give,
  openLesson,
  openSection,
  reader,
  verdictIn,
} from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

const TAPPED = ['evidence', 'prove-it']
const last = the(askingSections.at(-1), 'a last section')

/** Opens the ways to study, chooses, and begins. */
async function begin(page: Page, way: string, choose: () => Promise<void> = async () => {}): Promise<void> {
  await page.goto(`${lessonAddress}/study`)
  await expectAwake(page)
  await page.getByRole('radio', { name: say(`study.mode.${way}`) }).check()
  await choose()
  await page.getByRole('button', { name: say('study.begin') }).click()
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
}

const more = (page: Page, group: 'study.questions' | 'study.feedback') => page.getByText(say(group)).click()
const hows = (page: Page) => page.getByRole('main')

test('a test says nothing before its end, asks before it leaves something out, and its score says how it was done', async ({
  page,
}) => {
  await begin(page, 'test', () => page.getByRole('radio', { name: '10 minutes' }).check())
  await expect(page.getByText(say('study.endHint'))).toBeVisible()
  await expect(page.getByText(say('time.left', { minutes: 10 }))).toBeVisible()
  await expect(reader(page).button('Check answers')).toBeHidden()
  const [first, second] = questionsOf(firstSection)
  const missed = the(first, 'a question')
  await give(page, mouse, wrong(missed))
  await give(page, mouse, right(the(second, 'a second question')))
  await give(page, mouse, wrong(missed)) // an answer may change until the end
  await openSection(page, mouse, last)
  await reader(page).button('Finish').click()
  await expect(page.getByRole('alert')).toContainText(
    say('study.unanswered', { count: lesson.questionCount - 2 }),
  )
  await reader(page).button(say('study.finishAnyway')).click()
  await expect(figure(page, say('result.answered'))).toContainText('2')
  await expect(hows(page)).toContainText(say('study.mode.test'))
  await expect(hows(page)).toContainText(say('result.howTime', { used: 0, limit: 10 }))

  await page.getByRole('button', { name: say('question.dispute') }).click()
  await page.reload()
  await expect(page.getByText(say('question.disputed'))).toBeVisible()
})

test('the time of a test takes nothing away: it can be extended and switched off', async ({ page }) => {
  await page.clock.install()
  await begin(page, 'test', () => page.getByRole('radio', { name: '5 minutes', exact: true }).check())
  const question = the(questionsOf(firstSection)[0], 'a question')
  await give(page, mouse, right(question))
  await page.clock.fastForward(4 * 60_000 + 30_000)
  await expect(page.getByText(say('time.lastMinute'), { exact: true }).first()).toBeVisible()
  await page.clock.fastForward(60_000)
  await expect(page.getByText(say('time.up')).first()).toBeVisible()
  await page.getByRole('button', { name: say('time.more') }).click()
  await expect(page.getByText(say('time.left', { minutes: 5 })).first()).toBeVisible()
  await page.getByRole('button', { name: say('time.off') }).click()
  await expect(page.getByRole('button', { name: say('time.more') })).toBeHidden()
  await expect(reader(page).question(question).getByRole('checkbox', { checked: true })).not.toHaveCount(0)
})

test('what was answered in the last section counts, also when it is finished without a check', async ({
  page,
}) => {
  await openLesson(page)
  await openSection(page, mouse, last)
  await give(page, mouse, right(the(questionsOf(last)[0], 'a question')))
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.answered'))).toContainText('1')
})

test('from memory a section is read, then answered without its text; a look back is counted', async ({
  page,
}) => {
  await begin(page, 'from-memory')
  const asked = questionsOf(firstSection).filter(({ type }) => !TAPPED.includes(type))
  await expect(reader(page).section(firstSection)).toBeVisible()
  await expect(page.getByRole('group', { name: /^Question 1 of/ })).toBeHidden()
  await reader(page).button(say('memory.hide')).click()
  await expect(reader(page).section(firstSection)).toBeHidden()
  await expect(page.getByRole('heading', { name: say('read.questionsOn', { number: 1 }) })).toBeFocused()
  await reader(page).button(say('memory.look')).click()
  await expect(reader(page).section(firstSection)).toBeVisible()
  await expect(reader(page).section(firstSection).getByRole('heading')).toBeFocused()
  await reader(page).button(say('memory.hide')).click()
  for (const [index, question] of asked.entries()) {
    const group = page.getByRole('group', { name: new RegExp(`^Question ${index + 1} of`) })
    await expect(group.getByRole('heading', { name: question.stem })).toBeVisible()
  }
  await reader(page).button('Check answers').click() // nothing was answered: it stays hidden
  await expect(reader(page).section(firstSection)).toBeHidden()
  await openSection(page, mouse, last)
  await reader(page).button(say('memory.hide')).click()
  await reader(page).button('Finish').click()
  await expect(hows(page)).toContainText('From memory')
  await expect(hows(page)).toContainText(say('result.lookedBack', { count: 1 }))
})

test('any question can ask for its proof and for how sure the reader is', async ({ page }) => {
  await begin(page, 'guided', async () => {
    await more(page, 'study.questions')
    await page.getByRole('checkbox', { name: say('study.proof') }).check()
    await more(page, 'study.feedback')
    await page.getByRole('radio', { name: say('study.certainty.marked') }).check()
  })
  const question = the(
    questionsOf(firstSection).find(({ type }) => !TAPPED.includes(type)),
    'a question that asks for no sentence by itself',
  )
  const group = reader(page).question(question)
  await give(page, mouse, right(question))
  await group.getByRole('radio', { name: say('confidence.sure') }).check()
  await group.getByRole('button', { name: say('proof.pick') }).click()
  const sentence = the(question.evidence[lesson.defaultLevel]?.[0]?.quote, 'a proof')
  await reader(page).article.getByRole('button').filter({ hasText: sentence }).first().click()
  await expect(group.getByText(say('proof.yours'))).toBeVisible()
  await reader(page).button('Check answers').click()
  await expect(verdictIn(group, 'Right')).toBeVisible()
  await openSection(page, mouse, last)
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.certainty'))).toContainText('3')
  await expect(hows(page)).toContainText(say('result.howProof'))
  await expect(figure(page, 'Your proof').first()).toContainText(sentence)
  await expect(hows(page)).toContainText(say('result.calibration.sure', { right: 1, answered: 1 }))
})

test('what was missed is asked alone, and verdicts can be kept back', async ({ page }) => {
  await begin(page, 'guided')
  const [missed, ...others] = questionsOf(firstSection)
  await answerSection(page, mouse, firstSection, (question) =>
    (question === missed ? wrong : right)(question),
  )
  await expectVerdicts(page, others, 'Right')
  await openSection(page, mouse, last)
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.score'))).toBeVisible()

  await begin(page, 'missed', async () => {
    await more(page, 'study.feedback')
    await page.getByRole('checkbox', { name: say('study.show.showsVerdict') }).uncheck()
  })
  const total = lesson.questionCount - others.length
  const group = page.getByRole('group', { name: `Question 1 of ${total}`, exact: true })
  await expect(group.getByRole('heading', { name: the(missed, 'a question').stem })).toBeVisible()
  await give(page, mouse, wrong(the(missed, 'a question')))
  await reader(page).button('Check answers').click()
  await expect(group.getByText(say('question.keptBack'))).toBeVisible()
  await expect(group.getByRole('button', { name: 'Try again' })).toBeHidden()
})
