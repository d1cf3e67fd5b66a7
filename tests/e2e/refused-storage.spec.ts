import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lesson, lessonAddress, questionsOf, the } from './lesson.ts'
import { answerSection, expectVerdicts, figure, openLesson, openSection, reader } from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'

/** Ways in which browsers give no storage; each runs in the page before the app. */
const REFUSALS: readonly (readonly [name: string, refuse: () => void])[] = [
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    },
  ],
  [
    'never settles',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest // a request that nothing ever happens to
    },
  ],
  ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
]

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: say('storage.banner.memory') })

for (const [name, refuse] of REFUSALS) {
  test(`where storage ${name} a banner stays and the lesson can be done to its result`, async ({ page }) => {
    await page.addInitScript(refuse)
    await openLesson(page)
    await answerSection(page, mouse, firstSection, right)
    await expectVerdicts(page, questionsOf(firstSection), 'Right')
    await expect(banner(page)).toBeVisible()
    await expect(page.getByText(say('save.saved'), { exact: true })).toBeHidden()

    await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
    await expectVerdictsKept(page)
    await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
    await reader(page).button('Finish').click()
    await expect(figure(page, say('result.answered'))).toContainText(String(questionsOf(firstSection).length))
    await expect(figure(page, say('result.answered'))).toContainText(String(lesson.questionCount))
    await expect(banner(page)).toBeVisible()
  })
}

async function expectVerdictsKept(page: Page): Promise<void> {
  await openSection(page, mouse, firstSection)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
}

test('that nothing is kept is said on the screen and not on paper', async ({ page }) => {
  await page.addInitScript(the(REFUSALS[0], 'a refusal')[1])
  await page.goto(`${lessonAddress}/print`)
  await expect(banner(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(banner(page)).toBeHidden()
})

test.describe('a page that cannot be fetched', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload/ })

  test('is no reason to lose the answers that are in the open page alone', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
    await openLesson(page)
    await answerSection(page, mouse, firstSection, right)
    await expectVerdicts(page, questionsOf(firstSection), 'Right')
    await page.route('**/*.js', (route) => route.abort())
    await page
      .getByRole('link', { name: say('shell.settings') })
      .first()
      .click()
    await expect(page.getByText(say('fatal.page'))).toBeVisible()
    await expectVerdicts(page, questionsOf(firstSection), 'Right')
    await expect(banner(page).getByRole('button', { name: say('storage.saveFile') })).toBeVisible()
  })
})

test('settings that cannot be kept hold on the page and say so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'QuotaExceededError')
    }
  })
  await page.goto('settings')
  await page.getByRole('radio', { name: say('settings.themes.dark') }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByText(say('settings.notKept'))).toBeVisible()
})

test.describe('a file that cannot be saved either', () => {
  test.use({
    expectedNoise: /ERR_FAILED|Failed to fetch dynamically imported module|Unable to preload|refused a file/,
  })

  /** None of these may load the page anew: it holds the only copy of the answers. */
  const FAULTS: readonly (readonly [reason: string, plant: (page: Page) => Promise<unknown>])[] = [
    ['its program cannot be fetched', (page) => page.route('**/*.js', (route) => route.abort())],
    [
      'the browser takes none',
      (page) =>
        page.evaluate(() => {
          URL.createObjectURL = () => {
            throw new Error('refused a file')
          }
        }),
    ],
  ]
  for (const [reason, plant] of FAULTS) {
    test(`because ${reason} is told of, and the answers stay`, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
      await openLesson(page)
      await answerSection(page, mouse, firstSection, right)
      await plant(page)
      await banner(page)
        .getByRole('button', { name: say('storage.saveFile') })
        .click()
      await expect(banner(page)).toContainText(say('storage.fileFailed'))
      await expectVerdicts(page, questionsOf(firstSection), 'Right')
    })
  }
})
