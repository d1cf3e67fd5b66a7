import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { isolated } from '#i18n/formats.ts'
import spanish from '#i18n/locales/es/diagnostics.json' with { type: 'json' }
import { corpusFiles, LESSON_CORPUS } from '#tests/factories/lesson-files.ts'
import { askAxe } from './axe.ts'
import { expect, test } from './journey.ts'
import { expectNothingLost } from './layout.ts'
import { lesson as bundled } from './lesson.ts'
import {
  forgedZip,
  HARBOUR,
  harbourWith,
  jsonFile,
  manyQuestions,
  zipFile,
  type ParcelFile,
} from './lesson-parcels.ts'
import { longestTaskMs } from './main-thread.ts'
import { expectAwake, questionGroup, saved, verdictIn } from './reader.ts'
import { SiteServer } from './site-server.ts'
import { say } from './words.ts'

const RIGHT = 'At nine on Saturday'
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true }).click()
const cardOf = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name: title }) })
const fromFile = (page: Page) => page.getByText(say('own.fromFile'), { exact: true })

async function openLibrary(page: Page): Promise<void> {
  await page.goto('./')
  await expectAwake(page)
  await expect(page.getByRole('heading', { name: say('own.heading') })).toBeVisible()
}

const chooseFile = (page: Page, file: ParcelFile | string): Promise<void> =>
  page.getByTestId('own-file').setInputFiles(file)
const chooseFolder = (page: Page, folder: string): Promise<void> =>
  page.getByTestId('own-folder').setInputFiles(folder)

async function add(page: Page, file: ParcelFile): Promise<void> {
  await openLibrary(page)
  await chooseFile(page, file)
  await press(page, 'own.add')
  await expect(dialog(page).getByText(say('own.kept'))).toBeVisible()
}

async function addAndRead(page: Page, file: ParcelFile): Promise<void> {
  await add(page, file)
  await press(page, 'own.read')
  await expect(page.getByRole('heading', { level: 1, name: HARBOUR.title })).toBeVisible()
}

async function answerFirst(page: Page): Promise<void> {
  await questionGroup(page, 1).getByRole('radio', { name: RIGHT, exact: true }).check()
  await press(page, 'question.checkAll')
  await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
  await expect(saved(page)).toBeVisible()
}

test.describe('a lesson from a file', () => {
  test('is opened from its folder, read, answered, and there again after a reload', async ({ page }) => {
    await openLibrary(page)
    await chooseFolder(page, HARBOUR.folder)
    await expect(dialog(page).getByRole('heading', { name: say('own.previewHeading') })).toBeVisible()
    for (const said of [HARBOUR.title, 'English', 'A2 and B1', say('own.clean')])
      await expect(dialog(page).getByText(said, { exact: true })).toBeVisible()
    await press(page, 'own.add')
    await press(page, 'own.read')
    await expect(page.getByRole('heading', { level: 1, name: HARBOUR.title })).toBeVisible()
    await expect(page).toHaveTitle(`${HARBOUR.title} · Proofline`)
    await answerFirst(page)

    expect((await page.reload())?.status()).toBe(200)
    await expectAwake(page)
    await expect(page).toHaveTitle(`${HARBOUR.title} · Proofline`)
    await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
    await openLibrary(page)
    await expect(cardOf(page, HARBOUR.title).getByText(say('own.fromFile'))).toBeVisible()
    await expect(cardOf(page, bundled.title)).toBeVisible()
    await expect(fromFile(page)).toHaveCount(1)
  })

  test('has all the pages that any lesson has, at addresses that a host can answer', async ({ page }) => {
    await addAndRead(page, zipFile(HARBOUR.files))
    const address = new URL(page.url())
    expect(address.pathname).toMatch(/\/own$/)
    expect(address.search).not.toContain(HARBOUR.id)
    for (const [below, heading] of [
      ['/study', say('study.heading')],
      ['/result', say('result.heading')],
      ['/print', say('print.heading')],
      ['/present', HARBOUR.title],
    ] as const) {
      expect(
        (await page.goto(`${address.origin}${address.pathname}${below}${address.search}`))?.status(),
      ).toBe(200)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    }
  })

  test('is opened by dropping one file on the page', async ({ page }) => {
    await openLibrary(page)
    const { name, buffer } = jsonFile(HARBOUR.files)
    const transfer = await page.evaluateHandle(
      ([file, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text], file))
        return data
      },
      [name, buffer.toString('utf8')] as const,
    )
    await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
    await expect(page.getByText(say('own.drop'))).toBeVisible()
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    await expect(dialog(page).getByText(HARBOUR.title)).toBeVisible()
    await expect(page.getByText(say('own.drop'))).toBeHidden()
  })

  test('is opened by keys alone, and the focus is where the reader is', async ({ page }) => {
    // Asked for first: a key is faster than the browser is told to hand its dialog over.
    const choosing = page.waitForEvent('filechooser')
    await openLibrary(page)
    const button = page.getByRole('button', { name: say('own.chooseFile') })
    await button.focus()
    await page.keyboard.press('Enter')
    await (await choosing).setFiles(zipFile(HARBOUR.files))
    const heading = dialog(page).getByRole('heading', { name: say('own.previewHeading') })
    await expect(heading).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(button).toBeFocused()
    await expect(fromFile(page)).toHaveCount(0)
  })

  test('is saved as one file and as a zip, and each of them opens as the same lesson', async ({
    page,
    browser,
    baseURL,
  }) => {
    await add(page, zipFile(HARBOUR.files))
    await press(page, 'own.close')
    for (const [key, name] of [
      ['own.saveFile', 'two-levels.lesson.json'],
      ['own.saveZip', 'two-levels.zip'],
    ] as const) {
      const downloading = page.waitForEvent('download')
      await press(page, key)
      const download = await downloading
      expect(download.suggestedFilename()).toBe(name)
      const elsewhere = await browser.newPage({
        ...(baseURL !== undefined && { baseURL }),
        serviceWorkers: 'block',
      })
      await openLibrary(elsewhere)
      await chooseFile(elsewhere, { name, mimeType: '', buffer: await readFile(await download.path()) })
      await expect(dialog(elsewhere).getByText(HARBOUR.title)).toBeVisible()
      await expect(dialog(elsewhere).getByText(say('own.clean'))).toBeVisible()
      await elsewhere.close()
    }
  })

  test('is removed after a question, and its answers are there when it is opened again', async ({ page }) => {
    await addAndRead(page, zipFile(HARBOUR.files))
    await answerFirst(page)
    await openLibrary(page)
    await press(page, 'own.remove')
    await expect(dialog(page).getByText(say('own.askRemoveBody'))).toBeVisible()
    await press(page, 'own.removeNow')
    await expect(cardOf(page, HARBOUR.title)).toHaveCount(0)
    await expect(page.getByRole('heading', { name: say('own.heading') })).toBeFocused()
    await addAndRead(page, zipFile(HARBOUR.files))
    await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
  })

  test('is not said to be removed when the device refuses', async ({ page }) => {
    await addAndRead(page, zipFile(HARBOUR.files))
    await openLibrary(page)
    await press(page, 'own.remove')
    await page.evaluate(() => {
      IDBObjectStore.prototype.delete = () => {
        throw new DOMException('refused', 'UnknownError')
      }
    })
    await press(page, 'own.removeNow')
    await expect(page.getByRole('alert')).toHaveText(say('own.fault'))
    await expect(cardOf(page, HARBOUR.title)).toBeVisible()
    await expect(page.getByText(say('own.removed', { title: isolated(HARBOUR.title) }))).toHaveCount(0)
  })

  test('of the name of a bundled one stands beside it', async ({ page }) => {
    const files = harbourWith('lesson.yaml', (text) => text.replace(/^title: .*/m, 'title: Another lesson'))
    await openLibrary(page)
    await chooseFile(page, jsonFile(files, bundled.id))
    await expect(dialog(page).getByText(say('own.besideBundled'))).toBeVisible()
    await press(page, 'own.add')
    await press(page, 'own.close')
    await expect(cardOf(page, 'Another lesson')).toBeVisible()
    await cardOf(page, bundled.title).getByRole('link', { name: bundled.title }).click()
    await expect(page.getByRole('heading', { level: 1, name: bundled.title })).toBeVisible()
  })

  test('has nothing against access, at any width', async ({ page }) => {
    await openLibrary(page)
    await chooseFile(page, jsonFile(corpusFiles('broken/article')))
    await expect(dialog(page).getByText(say('own.findings'))).toBeVisible()
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNothingLost(page, `the preview at ${width}`)
      const found = await askAxe(page, { extent: 'all', selectors: [], part: 'dialog' })
      expect(found.filter(({ kind }) => kind === 'fault')).toEqual([])
    }
    await press(page, 'own.close')
    await chooseFile(page, zipFile(HARBOUR.files))
    await press(page, 'own.add')
    await press(page, 'own.close')
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNothingLost(page, 'the library')
    const found = await askAxe(page, { extent: 'all', selectors: [], part: 'main' })
    expect(found.filter(({ kind }) => kind === 'fault')).toEqual([])
  })
})

test.describe('a backup', () => {
  /** What a first visitor's browser is, beside the one of the test. */
  async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
    const page = await browser.newPage({ ...(baseURL !== undefined && { baseURL }), serviceWorkers: 'block' })
    await page.goto('settings')
    await expectAwake(page)
    return page
  }

  async function saveBackup(page: Page): Promise<string> {
    await page.goto('settings')
    await expectAwake(page)
    const downloading = page.waitForEvent('download')
    await press(page, 'data.backup')
    return (await downloading).path()
  }

  const broughtIn = (what: string): string =>
    say('data.mergedLessons', { parts: say(`data.brought.${what}`, { count: 1 }) })
  const news = (page: Page) => page.getByRole('region', { name: say('data.heading') })

  test('takes it to another computer with its answers; a second time it is known', async ({
    page,
    browser,
    baseURL,
  }) => {
    await addAndRead(page, zipFile(HARBOUR.files))
    await answerFirst(page)
    const file = await saveBackup(page)

    const other = await elsewhere(browser, baseURL)
    await other.getByLabel(say('data.restore')).setInputFiles(file)
    await expect(other.getByText(say('data.previewLessons', { count: 1 }))).toBeVisible()
    await press(other, 'data.restoreNow')
    await expect(news(other)).toContainText(broughtIn('added'))
    await other.goto('./')
    await expectAwake(other)
    await expect(fromFile(other)).toHaveCount(1)
    await cardOf(other, HARBOUR.title).getByRole('link', { name: HARBOUR.title }).click()
    await expect(verdictIn(questionGroup(other, 1), 'Right')).toBeVisible()

    await other.goto('settings')
    await expectAwake(other)
    await other.getByLabel(say('data.restore')).setInputFiles(file)
    await press(other, 'data.restoreNow')
    await expect(news(other)).toContainText(broughtIn('known'))
    await other.close()
  })

  test('puts it beside another lesson of its name', async ({ page, browser, baseURL }) => {
    await add(page, zipFile(HARBOUR.files))
    const file = await saveBackup(page)
    const other = await elsewhere(browser, baseURL)
    const files = harbourWith('lesson.yaml', (text) => text.replace(/^title: .*/m, 'title: Another lesson'))
    const different = harbourWith('questions.yaml', (text) =>
      text.replace('At midnight on Sunday', 'At noon'),
    )
    await add(other, jsonFile({ ...different, 'lesson.yaml': files['lesson.yaml'] ?? '' }))
    await other.goto('settings')
    await expectAwake(other)
    await other.getByLabel(say('data.restore')).setInputFiles(file)
    await press(other, 'data.restoreNow')
    await expect(news(other)).toContainText(broughtIn('beside'))
    await other.goto('./')
    await expect(cardOf(other, HARBOUR.title)).toBeVisible()
    await expect(cardOf(other, 'Another lesson')).toBeVisible()
    await other.close()
  })

  test('with a lesson that cannot be read says so before it brings the rest in', async ({ page }) => {
    const edition = { asOf: null, contentHash: '0abc123', openedAtMs: 0, prints: '' }
    const lines = [
      { format: 'proofline-backup', savedAtMs: 0, version: 2 },
      { lesson: { editions: [edition], id: 'own.0abc123', source: '<script>alert(1)</script>' } },
    ].map((line) => JSON.stringify(line))
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
    const foot = JSON.stringify({ checksum: digest(lines.map(digest).join('\n')), lines: 2 })
    await page.goto('settings')
    await expectAwake(page)
    await page.getByLabel(say('data.restore')).setInputFiles({
      name: 'forged.jsonl',
      mimeType: '',
      buffer: Buffer.from(`${[...lines, foot].join('\n')}\n`),
    })
    await expect(page.getByText(say('data.previewFaulty', { count: 1 }))).toBeVisible()
    await press(page, 'data.restoreNow')
    await openLibrary(page)
    await expect(fromFile(page)).toHaveCount(0)
  })
})

test('a lesson from a file is found by words of its text, when somebody was looking already and from an address', async ({
  page,
}) => {
  await openLibrary(page)
  const field = page.getByRole('searchbox', { name: say('library.find') })
  await field.fill('bedrooms')
  await expect(page.getByText(say('find.none'))).toBeVisible()
  await chooseFile(page, jsonFile(HARBOUR.files))
  await press(page, 'own.add')
  await press(page, 'own.close')
  const place = page.getByRole('link').filter({ hasText: 'too bright for their bedrooms' })
  await expect(place).toBeVisible()
  await expect(page).toHaveURL(/\?q=bedrooms$/) // a moment after the last letter
  await page.reload()
  await expect(field).toHaveValue('bedrooms')
  await place.click()
  await expect(page.getByRole('heading', { level: 1, name: HARBOUR.title })).toBeVisible()
  await expect(page.locator('#paragraph-4')).toBeInViewport()
})

test('a lesson from a file opens without net after a restart, and can be done', async ({ launchOptions }) => {
  const server = new SiteServer()
  await server.start()
  const profile = await mkdtemp(path.join(tmpdir(), 'proofline-own-'))
  const visit = async (): Promise<[BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.url,
      serviceWorkers: 'allow',
    })
    return [context, context.pages()[0] ?? (await context.newPage())]
  }
  const [online, first] = await visit()
  await addAndRead(first, zipFile(HARBOUR.files))
  const address = first.url()
  await first.goto('settings')
  await expect(first.getByText(say('offline.ready')).first()).toBeVisible({ timeout: 60_000 })
  await online.close()
  await server.stop()

  const [offline, page] = await visit()
  expect((await page.goto(address))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: HARBOUR.title })).toBeVisible()
  await answerFirst(page)
  await add(page, jsonFile(HARBOUR.files, 'another'))
  await press(page, 'own.close')
  await expect(fromFile(page)).toHaveCount(2)
  await offline.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('an address without its lesson leads to the library; one whose lesson is gone says so', async ({
  page,
}) => {
  await page.goto('own')
  await expect(page.getByRole('heading', { level: 1, name: say('library.heading') })).toBeVisible()
  await page.goto('own/result?lesson=gone')
  await expect(page.getByRole('heading', { level: 1, name: say('notFound.heading') })).toBeVisible()
})

test.describe('a newer edition', () => {
  const later = harbourWith('questions.yaml', (text) =>
    text.replace(
      'The mayor switched it on at nine o’clock on the day of the opening.',
      'So the article says.',
    ),
  )

  async function update(page: Page): Promise<void> {
    await openLibrary(page)
    await chooseFile(page, jsonFile(later))
    const known = dialog(page).getByRole('group', {
      name: say('own.known', { title: `\u2068${HARBOUR.title}\u2069` }),
    })
    await expect(
      known.getByText(say('own.changes', { list: say('own.questionsChanged', { count: 1 }) })),
    ).toBeVisible()
    await press(page, 'own.updateNow')
    await press(page, 'own.read')
  }

  test('asks what has changed anew, keeps the other answers, and says so', async ({ page }) => {
    await addAndRead(page, jsonFile(HARBOUR.files))
    await questionGroup(page, 2).getByRole('radio').first().check()
    await answerFirst(page)
    await update(page)
    await expect(page.getByRole('note')).toContainText(say('own.correctedQuestions', { count: 1, list: '1' }))
    await expect(questionGroup(page, 1).getByText(/^Corrected on/)).toBeVisible()
    await expect(questionGroup(page, 1).getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(questionGroup(page, 2).getByRole('radio').first()).toBeChecked()
    await expect(questionGroup(page, 2).getByText(/^Corrected on/)).toHaveCount(0)
    await questionGroup(page, 1).getByRole('radio', { name: RIGHT }).check()
    await press(page, 'question.checkAll')
    await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
    await expect(saved(page)).toBeVisible()
    await page.reload()
    await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
  })

  test('is said at the result of a sitting that did not know it', async ({ page }) => {
    await addAndRead(page, jsonFile(HARBOUR.files))
    await answerFirst(page)
    await press(page, 'read.nextSection')
    await press(page, 'read.finish')
    await expect(page.getByRole('heading', { level: 1, name: say('result.heading') })).toBeVisible()
    const address = page.url()
    await expect(saved(page)).toBeVisible()
    await update(page)
    await page.goto(address)
    await expect(questionGroup(page, 1).getByText(/^Corrected on/)).toBeVisible()
    await expect(verdictIn(questionGroup(page, 1), 'Right')).toBeVisible()
    await expect(questionGroup(page, 2).getByText(/^Corrected on/)).toHaveCount(0)
  })

  test('can be kept beside the one that is here', async ({ page }) => {
    await add(page, jsonFile(HARBOUR.files))
    await openLibrary(page)
    await chooseFile(page, jsonFile(later))
    await dialog(page).getByLabel(say('own.beside')).check()
    await press(page, 'own.add')
    await press(page, 'own.close')
    await expect(fromFile(page)).toHaveCount(2)
  })
})

test.describe('a lesson with faults', () => {
  test('is shown with every error at its place, and cannot be added', async ({ page }) => {
    await openLibrary(page)
    await chooseFolder(page, `${LESSON_CORPUS}/broken/fields`)
    await expect(dialog(page).getByRole('heading', { name: say('own.faulty') })).toBeVisible()
    const first = dialog(page).getByRole('listitem').first()
    await expect(first).toContainText('lesson.yaml:2:1')
    await expect(first).toContainText('`titel` is not a field here')
    await expect(dialog(page).getByText(say('own.questions'), { exact: true })).toBeHidden() // not all could be read
    await expect(dialog(page).getByRole('button', { name: say('own.add') })).toHaveCount(0)
    await press(page, 'own.close')
    await expect(fromFile(page)).toHaveCount(0)
  })

  test('has them said in the language of the reader', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('proofline.settings', '{"language":"es"}'))
    await page.goto('./')
    await expectAwake(page)
    await chooseFolder(page, `${LESSON_CORPUS}/broken/fields`)
    const words = spanish.diagnostics['bad-language'].replace('{value}', 'english please')
    await expect(dialog(page).getByText(words)).toBeVisible()
  })

  test('with warnings alone is added all the same', async ({ page }) => {
    await openLibrary(page)
    await chooseFile(page, zipFile({ ...HARBOUR.files, 'photo.jpg': '' }))
    await expect(dialog(page).getByText('photo.jpg:1:1')).toBeVisible()
    await press(page, 'own.add')
    await expect(dialog(page).getByText(say('own.kept'))).toBeVisible()
  })
})

test.describe('a hostile file', () => {
  const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>'

  async function refused(page: Page, file: ParcelFile | string, words: string): Promise<void> {
    await openLibrary(page)
    await chooseFile(page, file)
    await expect(dialog(page).getByRole('alert')).toContainText(words)
    await expect(dialog(page).getByText(say('own.unharmed'))).toBeVisible()
    await press(page, 'own.close')
    await expect(fromFile(page)).toHaveCount(0)
  }
  const refusal = (kind: string, place: string): string =>
    say(`own.refusal.${kind}`, { place: `\u2068${place}\u2069`, max: '50' })

  test('with a script in every field is text and nothing else', async ({ page }) => {
    let isAlarmed = false
    page.on('dialog', () => (isAlarmed = true))
    const quoted = `'${SCRIPT}'`
    const files = {
      ...HARBOUR.files,
      'lesson.yaml': (HARBOUR.files['lesson.yaml'] ?? '')
        .replace(/^title: .*/m, `title: ${quoted}`)
        .replace(/^summary: .*/m, `summary: ${quoted}`)
        .replace(/^topic: .*/m, `topic: [${quoted}]`)
        .replace(/publisher: .*/, `publisher: ${quoted}`),
      'questions.yaml': (HARBOUR.files['questions.yaml'] ?? '')
        .replace(/stem: .*/, `stem: ${quoted}`)
        .replace('text: At midnight on Sunday', `text: ${quoted}`)
        .replace(/explanation: .*/, `explanation: ${quoted}`),
    }
    await openLibrary(page)
    await chooseFile(page, jsonFile(files))
    await expect(dialog(page).getByText(SCRIPT).first()).toBeVisible()
    await press(page, 'own.add')
    await expect(dialog(page).getByRole('heading').first()).toContainText(SCRIPT)
    await press(page, 'own.read')
    await expect(page.getByRole('heading', { level: 1, name: SCRIPT })).toBeVisible()
    await expect(questionGroup(page, 1).getByRole('heading', { name: SCRIPT })).toBeVisible()
    await expect(questionGroup(page, 1).getByRole('radio', { name: SCRIPT })).toBeVisible()
    await expect(page.locator('main img, main script')).toHaveCount(0)
    expect(isAlarmed).toBe(false)
  })

  test('with words that are longer than the screen makes no page wider', async ({ page }) => {
    const long = 'overlong'.repeat(30)
    const files = {
      ...HARBOUR.files,
      'lesson.yaml': `${(HARBOUR.files['lesson.yaml'] ?? '')
        .replace(/^title: .*/m, `title: ${long}`)
        .replace(/^summary: .*/m, `summary: ${long}`)
        .replace(/publisher: .*/, `publisher: ${long}`)}
places:
  - { id: pier, name: ${long}, latitude: 43, longitude: 131 }
`,
      'questions.yaml': (HARBOUR.files['questions.yaml'] ?? '').replace(/stem: .*/, `stem: ${long}`),
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await openLibrary(page)
    await chooseFile(page, jsonFile(files))
    await press(page, 'own.add')
    await press(page, 'own.close')
    await expectNothingLost(page, 'the library')
    await page.getByRole('article').getByRole('link', { name: long }).first().click()
    await page.getByRole('link', { name: say('read.map'), exact: true }).click()
    await expect(page.getByRole('region', { name: say('map.places') })).toBeVisible()
    await expectNothingLost(page, 'the reader')
    const { origin, pathname, search } = new URL(page.url())
    for (const below of ['study', 'print', 'present']) {
      await page.goto(`${origin}${pathname}/${below}${search}`)
      await expectAwake(page)
      await expectNothingLost(page, below)
    }
  })

  test('with markup in its article is an error at its place', async ({ page }) => {
    await openLibrary(page)
    await chooseFile(
      page,
      jsonFile(harbourWith('article.b1.md', (text) => text.replace('On Saturday', SCRIPT))),
    )
    await expect(dialog(page).getByText('article.b1.md:3:1')).toBeVisible()
    await expect(dialog(page).locator('img, script')).toHaveCount(0)
  })

  test('full of aliases is an error at its place', async ({ page }) => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let index = 1; index < 12; index++) {
      const [above, own] = [index - 1, index].map((at) => String.fromCharCode(97 + at))
      bomb.push(`${own}: &${own} [${Array(9).fill(`*${above}`).join(', ')}]`)
    }
    await openLibrary(page)
    await chooseFile(page, jsonFile({ ...HARBOUR.files, 'lesson.yaml': bomb.join('\n') }))
    await expect(dialog(page).getByText('lesson.yaml:1:4')).toBeVisible()
    await expect(
      dialog(page)
        .getByText(/an anchor \(&a?\) is not allowed/)
        .first(),
    ).toBeVisible()
  })

  test('with a forged size is refused', async ({ page }) => {
    await refused(page, forgedZip(), refusal('damaged', 'lesson.yaml'))
  })

  test('with names that lead elsewhere is read by its labels', async ({ page }) => {
    const files = Object.fromEntries(
      Object.entries(HARBOUR.files).map(([name, text]) => [`../../../etc/two-levels/${name}`, text]),
    )
    await openLibrary(page)
    await chooseFile(page, zipFile(files))
    await expect(dialog(page).getByText(HARBOUR.title)).toBeVisible()
    await expect(dialog(page).getByText(say('own.clean'))).toBeVisible()
  })

  test('of 100 MB is refused at once', async ({ page }, testInfo) => {
    const name = testInfo.outputPath('large.zip')
    const file = await open(name, 'w')
    await file.truncate(100_000_000)
    await file.close()
    await openLibrary(page)
    await chooseFile(page, name)
    await expect(dialog(page).getByRole('alert')).toContainText(refusal('too-large', 'large.zip'), {
      timeout: 2000,
    })
  })

  for (const [what, file, words] of [
    [
      'of another kind',
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('JFIF') },
      refusal('foreign', 'photo.jpg'),
    ],
    [
      'of a later version',
      {
        name: 'a.lesson.json',
        mimeType: '',
        buffer: Buffer.from('{"format":"proofline-lesson","version":9}'),
      },
      refusal('newer', 'a.lesson.json'),
    ],
    [
      'that was cut',
      { ...zipFile(HARBOUR.files), buffer: zipFile(HARBOUR.files).buffer.subarray(0, 900) },
      refusal('damaged', 'two-levels.zip'),
    ],
  ] as const)
    test(`${what} is refused with what to do`, async ({ page }) => {
      await refused(page, file, words)
    })
})

test.describe('100,000 questions', () => {
  /** Read in the page they would take half a minute. */
  const STANDS_STILL_MS = 50

  test.setTimeout(300_000)

  test('are read apart from the page, which never stands still; the reader sees how far it is and can give up', async ({
    page,
  }, testInfo) => {
    const folder = await manyQuestions(testInfo.outputPath(), 100_000)
    await openLibrary(page)
    await chooseFolder(page, folder)
    const bar = dialog(page).getByRole('progressbar')
    await expect(bar).toBeVisible()
    await expect
      .poll(async () => Number(await bar.getAttribute('value')), { timeout: 60_000 })
      .toBeGreaterThan(0.02)
    await press(page, 'own.cancel')
    await expect(dialog(page)).toBeHidden()
    await expect.poll(() => page.workers().length, 'workers that are left').toBe(0)

    const sorting = await longestTaskMs(page, () =>
      page.evaluate(() => Array.from({ length: 2_000_000 }, (_, index) => `${index}`).sort().length),
    )
    expect(sorting, 'a page that does stand still').toBeGreaterThan(STANDS_STILL_MS)

    const opening = await longestTaskMs(page, async () => {
      await chooseFolder(page, folder)
      await expect(dialog(page).getByText('100,000', { exact: true })).toBeVisible({ timeout: 240_000 })
      await press(page, 'own.add')
      await expect(dialog(page).getByText(say('own.kept'))).toBeVisible({ timeout: 60_000 })
      await press(page, 'own.close')
      await expect(fromFile(page)).toHaveCount(1)
    })
    expect(opening, 'the longest task').toBeLessThan(STANDS_STILL_MS)
  })
})
