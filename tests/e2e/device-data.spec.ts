import { readFile, writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { firstSection, lesson, questionsOf, the } from './lesson.ts'
import {
  answerSection,
  expectAwake,
  expectVerdicts,
  give,
  openLesson,
  openSettings,
  reader,
  saved,
} from './reader.ts'
import { right } from './responses.ts'
import { say } from './words.ts'

const questions = questionsOf(firstSection)
const choice = the(
  questions.find(({ type }) => type === 'single'),
  'a choice of one in its first section',
)
const chosen = (page: Page) => reader(page).question(choice).getByRole('radio', { checked: true })
const data = (page: Page) => page.getByRole('region', { name: say('data.heading') })

async function answerAndSave(page: Page): Promise<void> {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questions, 'Right')
  await expect(saved(page)).toBeVisible()
}

/** What a press of a button hands to the browser. */
async function fileOf(page: Page, press: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download')
  await press()
  return (await downloading).path()
}

/** The browser throws away what the page has stored. */
async function clearData(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
}

/** Answers, keeps a backup and comes back after the browser has cleared the data; the file. */
async function missData(page: Page): Promise<string> {
  await answerAndSave(page)
  await openSettings(page)
  const file = await fileOf(page, () => page.getByRole('button', { name: say('data.backup') }).click())
  await clearData(page)
  await page.goto('./')
  await expectAwake(page)
  await expect(page.getByText(say('data.lost'))).toBeVisible()
  return file
}

async function restore(page: Page, file: string): Promise<void> {
  await page.getByLabel(say('data.restore')).setInputFiles(file)
  await page.getByRole('button', { name: say('data.restoreNow') }).click()
}

test('on a full device answers stay in the page, go into a file, and are saved when there is room', async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page)
  const { origin } = new URL(baseURL ?? '')
  // Before the first write: the browser remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questions, 'Right')
  const banner = page.getByRole('alert').filter({ hasText: say('storage.banner.failed') })
  await expect(banner).toContainText(say('storage.quota'))
  await expect(saved(page)).toBeHidden()

  const file = await fileOf(page, () => page.getByRole('button', { name: say('storage.saveFile') }).click())
  const text = await readFile(file, 'utf8')
  for (const { id } of questions) expect(text).toContain(`"${id}"`)
  expect(text).toContain('"kind":"checked"')

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await expect(async () => {
    await page.getByRole('button', { name: say('storage.retry') }).click({ timeout: 1000 })
    await expect(saved(page)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await page.reload()
  await expectAwake(page)
  await expectVerdicts(page, questions, 'Right')
})

test('a backup is brought back on another device; a damaged one changes nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await answerAndSave(page)
  await openSettings(page)
  const file = await fileOf(page, () => page.getByRole('button', { name: say('data.backup') }).click())
  const kept = test.info().outputPath('kept.jsonl')
  const text = await readFile(file, 'utf8')
  await writeFile(kept, text)
  const broken = test.info().outputPath('broken.jsonl')
  await writeFile(broken, text.replace('"checked"', '"checkeb"'))

  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await other.goto('./')
  await expectAwake(other)
  await other.getByRole('link', { name: say('library.restore') }).click()
  await other.getByLabel(say('data.restore')).focus()
  await other.getByLabel(say('data.restore')).setInputFiles(broken)
  await expect(other.getByText(say('data.refusal.damaged'))).toBeVisible()
  await expect(other.getByLabel(say('data.restore'))).toBeFocused()
  await other.getByLabel(say('data.restore')).setInputFiles(kept)
  await expect(other.getByRole('button', { name: say('data.restoreNow') })).toBeVisible()
  await other.keyboard.press('Tab') // the focus has not been lost with the field
  await other.keyboard.press('Enter')
  await expect(
    data(other).getByText(say('data.merged', { parts: say('data.brought.added', { count: 1 }) })),
  ).toBeVisible()
  await openLesson(other)
  await expectVerdicts(other, questions, 'Right')

  await openSettings(other)
  const check = other.getByRole('button', { name: say('data.check') })
  await check.click()
  await expect(data(other)).toContainText(say('data.setAsideNone'))
  await expect(check).toBeFocused()
  await other.context().close()
})

test('data that the browser has cleared is missed, and comes back from a file', async ({ page }) => {
  const file = await missData(page)
  await restore(page, file)
  await expect(page.getByRole('link', { name: say('library.continue'), exact: true })).toBeVisible()
  await expect(page.getByText(say('data.lost'))).toBeHidden()
})

/** Leaves the last event that is stored as a fault of the disk would. */
const damageLast = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('proofline')
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('events', 'readwrite')
          const log = transaction.objectStore('events')
          const cursor = log.openCursor(null, 'prev')
          cursor.addEventListener(
            'success',
            () => void cursor.result?.update({ ...cursor.result.value, happening: null }),
          )
          transaction.addEventListener('complete', () => {
            request.result.close()
            done()
          })
        })
      }),
  )

test('an answer that is damaged on the device is told of once, with the way to a backup', async ({
  page,
}) => {
  await answerAndSave(page)
  await damageLast(page)
  await page.reload()
  await expectAwake(page)
  const told = page.getByText(say('data.damaged'))
  await expect(told).toBeVisible()
  await page.getByRole('link', { name: say('data.restore') }).click()
  await expect(page.getByLabel(say('data.restore'))).toBeVisible()
  await expect(told).toBeHidden()
  await openLesson(page)
  await expect(reader(page).button('Check answers').first()).toBeVisible()
  await expect(told).toBeHidden()

  await damageLast(page)
  await page.reload()
  await page.getByRole('button', { name: say('data.damagedGoOn') }).press('Enter')
  await expect(told).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
})

test.describe('what a device refuses', () => {
  test.use({ expectedNoise: /refused a file/ })

  test('a backup that was not saved is told of before everything is removed', async ({ page }) => {
    await answerAndSave(page)
    await openSettings(page)
    await page.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error('refused a file')
      }
    })
    await page.getByRole('button', { name: say('data.finish') }).click()
    const asked = page.getByRole('dialog')
    await asked.getByRole('button', { name: say('data.backup') }).click()
    await expect(asked).toContainText(say('data.failed'))
  })

  test('a backup that could not be brought in where data was missed is told of there', async ({ page }) => {
    const file = await missData(page)
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('refused', 'QuotaExceededError')
      }
    })
    await page.getByLabel(say('data.restore')).setInputFiles(file)
    const button = page.getByRole('button', { name: say('data.restoreNow') })
    await button.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: say('storage.quota') })).toBeVisible()
    await expect(button).toBeFocused()
  })
})

test('data that is cleared under an open lesson is missed, and the sitting can be saved again', async ({
  page,
}) => {
  await answerAndSave(page)
  await clearData(page)
  await reader(page).level.selectOption(
    the(
      lesson.levels.find((level) => level !== lesson.defaultLevel),
      'a level',
    ),
  )
  await expect(page.getByRole('alert').filter({ hasText: say('storage.gap') })).toBeVisible()
  await page.getByRole('button', { name: say('storage.retry') }).focus()
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused() // what was pressed has gone with the banner
  await expect(page.getByRole('status').filter({ hasText: say('save.saved') })).toHaveCount(1)
  await page.reload()
  await expectAwake(page)
  await expectVerdicts(page, questions, 'Right')
})

test.describe('the same sitting in two tabs', () => {
  async function twoTabs(page: Page, context: BrowserContext): Promise<Page> {
    await openLesson(page)
    await give(page, mouse, right(the(questions[0], 'a question')))
    await expect(saved(page)).toBeVisible()
    const other = await context.newPage()
    await openLesson(other)
    await expect(other.getByText(say('tabs.elsewhere'))).toBeVisible()
    return other
  }

  test('is written by one, seen by the other, and taken over', async ({ page, context }) => {
    const other = await twoTabs(page, context)
    await give(page, mouse, right(choice))
    await expect(chosen(other)).toHaveCount(1)
    await expect(reader(other).question(choice).getByRole('radio').first()).toBeDisabled()

    await other.getByRole('button', { name: say('tabs.goOn') }).click()
    await expect(page.getByText(say('tabs.elsewhere'))).toBeVisible()
    await expect(other.getByText(say('tabs.elsewhere'))).toBeHidden()
    await answerSection(other, mouse, firstSection, right)
    await expectVerdicts(other, questions, 'Right')
    await expect(saved(other)).toBeVisible()
    await expectVerdicts(page, questions, 'Right')
  })

  test('goes on in the other when the first one dies', async ({ page, context }) => {
    const other = await twoTabs(page, context)
    const session = await context.newCDPSession(page)
    void session.send('Page.crash').catch(() => undefined)
    await expect(other.getByText(say('tabs.elsewhere'))).toBeHidden()
    await answerSection(other, mouse, firstSection, right)
    await expectVerdicts(other, questions, 'Right')
    await expect(saved(other)).toBeVisible()
  })
})

test.describe('another version of the program', () => {
  /** Opens the database as a build of that version would, in a page of the same site without the app. */
  async function openAs(page: Page, version: number, letsGo: boolean): Promise<void> {
    await page.route('**/another-build', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
    )
    await page.goto('another-build')
    await page.evaluate(
      ({ version, letsGo }) => {
        const request = indexedDB.open('proofline', version)
        return new Promise<void>((resolve, reject) => {
          request.addEventListener('upgradeneeded', ({ oldVersion }) => {
            if (oldVersion > 0) return
            request.result.createObjectStore('events', { keyPath: ['attempt', 'seq'] })
            const attempts = request.result.createObjectStore('attempts', { keyPath: 'attempt' })
            attempts.createIndex('lesson', 'lesson')
            attempts.createIndex('updatedAtMs', 'updatedAtMs')
          })
          request.addEventListener('error', () => reject(new Error(request.error?.message)))
          request.addEventListener('success', () => {
            if (letsGo) request.result.addEventListener('versionchange', () => request.result.close())
            resolve()
          })
        })
      },
      { version, letsGo },
    )
  }

  test('that is newer takes over: what was typed is written, nothing after it, and the page says so', async ({
    page,
    context,
  }) => {
    await openLesson(page)
    await give(page, mouse, right(choice))
    const newer = await context.newPage()
    await openAs(newer, 99, true)
    const banner = page.getByRole('alert').filter({ hasText: say('storage.banner.newer') })
    await expect(banner).toBeVisible()
    await banner.getByRole('button', { name: say('storage.reload') }).click()
    await expect(banner).toBeVisible()
    await expect(chosen(page)).toHaveCount(1)
    await expect(banner.getByRole('button', { name: say('storage.saveFile') })).toBeVisible()
  })

  test('that is older and does not let go is waited for, and the page says so', async ({ page, context }) => {
    const older = await context.newPage()
    await openAs(older, 1, false)
    await openLesson(page)
    await expect(page.getByText(say('tabs.waiting'))).toBeVisible()
    await give(page, mouse, right(choice))
    await older.close()
    await expect(page.getByText(say('tabs.waiting'))).toBeHidden()
    await expect(saved(page)).toBeVisible()
  })
})

test('readers of one computer do not see each other, and one who is done leaves nothing', async ({
  page,
}) => {
  await answerAndSave(page)
  await openSettings(page)
  await page.getByText(say('data.readers')).click()
  await page.getByLabel(say('data.readerName')).fill('Noor')
  await page.getByRole('button', { name: say('data.add') }).click()

  await expect(page.getByRole('heading', { level: 1, name: say('library.heading') })).toBeVisible()
  await expectAwake(page)
  await expect(page.getByRole('link', { name: say('library.restore') })).toBeVisible()
  await expect(page.getByRole('link', { name: say('library.continue') })).toBeHidden()
  await openLesson(page)
  await expect(chosen(page)).toHaveCount(0)
  await give(page, mouse, right(choice))
  await expect(saved(page)).toBeVisible()

  await openSettings(page)
  await page.getByRole('button', { name: say('data.finish') }).click()
  await expect(page.getByRole('dialog')).toContainText('Noor')
  await page.getByRole('button', { name: say('data.finishNow') }).click()
  await expect(page.getByRole('link', { name: say('library.continue'), exact: true })).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'proofline',
  ])
  await openLesson(page)
  await expectVerdicts(page, questions, 'Right')
})
