import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lessonAddress, questionsOf, resultAddress, the } from './lesson.ts'
import {
  expectAwake,
  expectVerdicts,
  give,
  openLesson,
  openSection,
  questionGroup,
  reader,
  verdictIn,
} from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function expectAccessible(page: Page, state: string, part = 'html'): Promise<void> {
  // The other mode opens a page of its own for every look, to gather what frames say; there are no frames here.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.include(part).withTags(STANDARDS).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
  expect.soft(found, state).toEqual([])
}

test.describe.configure({ timeout: 120_000 })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    // The address of what is not there is reported as a failed request.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' }, expectedNoise: /404/ })

    test('no page has an accessibility fault as it opens', async ({ page }) => {
      const paperAndClass = ['print', 'present', 'present?slide=3'].map((page) => `${lessonAddress}/${page}`)
      const others = ['settings', 'about', 'no/such/page']
      for (const address of ['./', lessonAddress, resultAddress, ...paperAndClass, ...others]) {
        await page.goto(address)
        await expectAwake(page)
        await expect(page.getByText(say('result.waiting'))).toBeHidden()
        await expectAccessible(page, address)
      }
    })

    test('questions answered, checked, hinted at and proved have no accessibility fault', async ({
      page,
    }) => {
      await openLesson(page)
      const { button, question: groupOf } = reader(page)
      const [first, second, ...others] = questionsOf(firstSection)
      const hinted = the(first, 'a question')
      const shown = the(second, 'a second question')
      for (const question of [hinted, shown]) await give(page, mouse, wrong(question))
      for (const question of others) await give(page, mouse, right(question))
      await expectAccessible(page, 'answered', 'aside')
      await button('Check answers').click()
      await expectVerdicts(page, [hinted], 'Not right')
      await expectAccessible(page, 'checked', 'aside')
      await groupOf(hinted).getByRole('button', { name: 'Try again' }).click()
      await groupOf(shown).getByRole('button', { name: 'Show the answer' }).click()
      await groupOf(shown).getByRole('button', { name: 'Show it in the text' }).click()
      await expectAccessible(page, 'hint and proof')
    })

    test('questions of every type, unanswered and shown, have no accessibility fault', async ({ page }) => {
      await openLesson(page)
      for (const section of askingSections.slice(1)) {
        await openSection(page, mouse, section)
        await reader(page).button('Check answers').click()
        await expectVerdicts(page, questionsOf(section).slice(0, 1), 'Not answered')
        for (const question of questionsOf(section).slice(1))
          await reader(page).question(question).getByRole('button', { name: 'Show the answer' }).click()
        await expectAccessible(page, section.title, 'aside')
      }
      await reader(page).button('Finish').click()
      await expect(verdictIn(questionGroup(page, 1), 'Not answered')).toBeVisible()
      await expectAccessible(page, 'the result')
    })

    test('open panels and the picking of a sentence have no accessibility fault', async ({ page }) => {
      await openLesson(page)
      await reader(page).button(say('read.textSettings')).click()
      await expect(page.getByRole('radio', { name: '150%' })).toBeVisible()
      await expectAccessible(page, 'text settings', ':popover-open')
      await page.keyboard.press('Escape')
      await reader(page).article.getByRole('link').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page, 'glossary', ':popover-open')
      await page.keyboard.press('Escape')
      const section = the(
        askingSections.find((one) =>
          questionsOf(one).some(({ type }) => type === 'prove-it' || type === 'evidence'),
        ),
        'a section where a sentence is picked',
      )
      await openSection(page, mouse, section)
      await reader(page).button(say('proof.pick')).first().click()
      await expectAccessible(page, 'picking', 'article')
    })
  })
}
