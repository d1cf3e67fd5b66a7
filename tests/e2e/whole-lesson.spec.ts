import { sentenceText } from '#core/lesson/text.ts'
import { logicOf } from '#interactions/registry.ts'
import { expect, test } from './journey.ts'
import { mouse, type Hand } from './hands.ts'
import { askingSections, lesson, numberOf, placeOf, questionsOf, resultAddress } from './lesson.ts'
import {
  answerSection,
  expectAwake,
  expectVerdicts,
  figure,
  questionGroup,
  reader,
  verdictIn,
} from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'
import type { Page } from '@playwright/test'

/** From the library to the result, every answer right. */
async function doWholeLesson(page: Page, hand: Hand): Promise<void> {
  await page.goto('./')
  await hand.press(page.getByRole('link', { name: lesson.title }))
  await expectAwake(page)
  for (const [index, section] of askingSections.entries()) {
    await expect(reader(page).section(section)).toBeVisible()
    await answerSection(page, hand, section, right)
    await expectVerdicts(page, questionsOf(section), 'Right')
    const isLast = index === askingSections.length - 1
    await hand.press(reader(page).button(isLast ? 'Finish' : 'Next section'))
  }
  await expect(page).toHaveURL(new RegExp(`${resultAddress}$`))
}

async function expectFullResult(page: Page): Promise<void> {
  await expect(figure(page, say('result.score'))).toContainText('100%')
  await expect(figure(page, say('result.firstTry'))).toContainText('100%')
  await expect(figure(page, say('result.answered'))).toContainText(String(lesson.questionCount))
}

test.describe.configure({ timeout: 120_000 })

test('a whole lesson is read, answered and proved with the mouse', async ({ page }) => {
  await doWholeLesson(page, mouse)
  await expectFullResult(page)
  for (const question of lesson.questions) {
    const group = questionGroup(page, numberOf(question))
    await expect(verdictIn(group, 'Right')).toBeVisible()
    const lines = logicOf(question.type).describe(question.body, right(question).response, say, (id) =>
      sentenceText(placeOf(id).sentence),
    )
    for (const line of lines) await expect(group, 'the response').toContainText(line)
    for (const { quote } of question.evidence[lesson.defaultLevel] ?? [])
      await expect(group, 'the line that proves it').toContainText(quote)
    await expect(group, 'why').toContainText(question.explanation)
  }
  await page.reload()
  await expectFullResult(page)
})
