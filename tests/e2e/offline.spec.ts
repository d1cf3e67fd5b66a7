import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { expect, test as base } from './journey.ts'
import { mouse } from './hands.ts'
import {
  askingSections,
  firstSection,
  lesson,
  lessonAddress,
  questionOf,
  questionsOf,
  resultAddress,
  sectionOf,
  the,
} from './lesson.ts'
import { answerSection, expectAwake, expectVerdicts, openSection, reader } from './reader.ts'
import { right } from './responses.ts'
import { SECOND } from './second-edition.ts'
import { builtSite, SiteServer } from './site-server.ts'
import { say } from './words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Visit = (options?: { withWorker?: boolean }) => Promise<Page>

const test = base.extend<{ server: SiteServer; visit: Visit }, { secondBuild: string }>({
  /** The same sources with one sentence changed, built for real. */
  secondBuild: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'proofline-second-'))
      const vite = path.join(root, 'node_modules/vite/bin/vite.js')
      const config = path.join(root, 'tests/e2e/second-build.config.mjs')
      execFileSync(
        process.execPath,
        [vite, 'build', root, '-c', config, '--outDir', folder, '--emptyOutDir'],
        {
          stdio: 'pipe',
        },
      )
      await use(folder)
      await rm(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // oxlint-disable-next-line no-empty-pattern -- as above
  server: async ({}, use) => {
    const server = new SiteServer()
    await server.start()
    await use(server)
    await server.stop()
  },
  /** A page of a browser that has never been here. */
  visit: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ withWorker = true } = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        serviceWorkers: withWorker ? 'allow' : 'block',
      })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

test.describe.configure({ mode: 'default' }) // in one process, so that there is one second build

async function expectReadyOffline(page: Page): Promise<void> {
  await page.goto('settings')
  await expect(page.getByText(say('offline.ready')).first()).toBeVisible({ timeout: 60_000 })
}

async function openWithoutWorker(visit: Visit): Promise<Page> {
  const page = await visit({ withWorker: false })
  await page.goto(lessonAddress)
  await expectAwake(page)
  return page
}

/** Whether the page has been loaded anew since `mark`. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window, { isSame: true }))
const isSame = (page: Page): Promise<boolean> => page.evaluate(() => 'isSame' in window)

const notice = (page: Page) => page.getByRole('region', { name: say('offline.newVersion') })
const aboutHeading = (page: Page) => page.getByRole('heading', { level: 1 })
const keptAddresses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return caught.flat().map(({ url }) => new URL(url).pathname)
  })

test('after a restart without net every page opens and the lesson can be done', async ({
  server,
  launchOptions,
}) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'proofline-offline-'))
  const open = async (): Promise<[BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.url,
      serviceWorkers: 'allow',
    })
    return [context, context.pages()[0] ?? (await context.newPage())]
  }
  const [online, first] = await open()
  await expectReadyOffline(first)
  await online.close()
  await server.stop()

  const [offline, page] = await open()
  const headings: readonly (readonly [string, string])[] = [
    ['./', say('library.heading')],
    ['settings', say('settings.heading')],
    ['about/', say('about.heading')],
    [resultAddress, say('result.heading')],
    ['no/such/page', say('notFound.heading')],
    [`${lessonAddress}?from=a-link`, lesson.title],
  ]
  for (const [address, heading] of headings) {
    const status = (await page.goto(address))?.status()
    expect(status, address).toBe(address.startsWith('no/') ? 404 : 200)
    await expectAwake(page)
    await expect(page.getByRole('heading', { level: 1, name: heading }), address).toBeVisible()
  }
  for (const section of askingSections) {
    await openSection(page, mouse, section)
    await answerSection(page, mouse, section, right)
    await expectVerdicts(page, questionsOf(section), 'Right')
  }
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByText(say('offline.ready')).first()).toBeVisible()
  await offline.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  await server.start()
})

test('a page in the place of a script is never kept, and "ready" is not said until all is there', async ({
  server,
  visit,
}) => {
  const scripts = (await readdir(path.join(builtSite, 'assets'))).filter((file) =>
    /^(About|Order).*\.js$/.test(file),
  )
  server.mistakes = ({ pathname }) => scripts.some((file) => pathname.endsWith(file))
  const page = await visit()
  await page.goto('settings')
  await expect(page.getByText(say('offline.fetching'))).toBeVisible()
  await expect(page.getByText(say('offline.failed'))).toBeVisible({ timeout: 60_000 })
  const kept = await keptAddresses(page)
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.filter((pathname) => scripts.some((file) => pathname.endsWith(file)))).toEqual([])

  server.mistakes = () => false
  await page.getByRole('button', { name: say('offline.again') }).click()
  await expect(page.getByText(say('offline.ready')).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('main').getByText(say('offline.ready'))).toBeFocused() // what was pressed has gone
})

/** A face that would come too late on a busy machine is not asked for. */
const isLeftOut = async (page: Page, pathname: string): Promise<boolean> =>
  pathname.endsWith('.woff2') &&
  (await page.evaluate(() => document.documentElement.dataset.faces === 'late').catch(() => false))

test('a first visit that was cut off at any request is whole after a reload', async ({ server, visit }) => {
  test.setTimeout(120_000)
  const whole = await openWithoutWorker(visit)
  const fonts = server.asked.filter(({ pathname }) => pathname.endsWith('.woff2'))
  const needed = server.asked.filter(({ pathname }) => !/\.(woff2|svg|png|webmanifest)$/.test(pathname))
  const parts = [...needed, ...fonts.slice(0, 1)] // one font speaks for all
  expect(parts.length).toBeGreaterThan(4)
  await whole.context().close()
  for (const { pathname } of parts) {
    let isCut = false
    server.cuts = (asked) => !isCut && (isCut = asked.pathname === pathname)
    const page = await visit({ withWorker: false })
    await page.goto(lessonAddress, { waitUntil: 'commit' })
    await expect.poll(async () => isCut || (await isLeftOut(page, pathname)), pathname).toBe(true)
    // Refused while the page is between two documents: it has just begun, or is loading itself again.
    await expect(() => page.reload({ waitUntil: 'commit' })).toPass({ timeout: 10_000 })
    await test.step(`without ${pathname}`, () => expectAwake(page))
    await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
    await page.context().close()
  }
})

test('a first fetch of the whole site that was cut off goes on with the next visit', async ({
  server,
  visit,
}) => {
  server.cuts = ({ pathname }) => /ResultPage|latin-ext/.test(pathname)
  const page = await visit()
  await page.goto('settings')
  await expect(page.getByText(say('offline.failed'))).toBeVisible({ timeout: 60_000 })
  server.cuts = () => false
  await expectReadyOffline(page)
})

test('a new version waits, is offered where nothing is being answered, and comes with consent only', async ({
  server,
  secondBuild,
  visit,
}) => {
  const page = await visit()
  await expectReadyOffline(page)
  await page.goto(lessonAddress)
  await expectAwake(page)
  await mark(page)
  await answerSection(page, mouse, firstSection, right)

  server.folder = secondBuild
  const other = await page.context().newPage() // a second tab is opened after the update, and looks for it
  await other.goto('settings')
  await expect(notice(other)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(say('save.saved'), { exact: true })).toBeVisible()
  await expect(notice(page)).toBeHidden()
  expect(await isSame(page)).toBe(true)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')

  await mark(other)
  await notice(other)
    .getByRole('button', { name: say('offline.take') })
    .click()
  await expect.poll(() => isSame(other).catch(() => true)).toBe(false)
  await expectAwake(other)
  await other.getByRole('link', { name: 'About' }).first().click()
  await expect(aboutHeading(other)).toHaveText(SECOND)

  // The sitting goes on under the new worker, and its own old parts are still there, which the server has not any more.
  await expect(notice(page)).toBeHidden()
  const aboutOfFirst = the(
    (await readdir(path.join(builtSite, 'assets'))).find((file) => /^AboutPage.*\.js$/.test(file)),
    'a part',
  )
  expect(existsSync(path.join(secondBuild, 'assets', aboutOfFirst))).toBe(false)
  await page.getByRole('link', { name: 'About' }).first().click()
  await expect(aboutHeading(page)).toHaveText(say('about.heading'))
  expect(await isSame(page)).toBe(true)
  expect(await keptAddresses(page)).toContainEqual(expect.stringContaining(aboutOfFirst))

  await notice(page)
    .getByRole('button', { name: say('offline.take') })
    .click()
  await expect(aboutHeading(page)).toHaveText(SECOND)
  await expect
    .poll(async () => (await keptAddresses(page)).filter((address) => address.includes(aboutOfFirst)), {
      timeout: 40_000,
    })
    .toEqual([])
})

test('what comes by itself is not missed while there is no net, and comes when there is', async ({
  server,
  visit,
}) => {
  const page = await openWithoutWorker(visit)
  const missed = page.waitForEvent('requestfailed', (request) => request.url().includes('MyReading'))
  await server.stop()
  await missed
  await page.waitForTimeout(500) // a message would stand there in that time
  await expect(page.getByRole('alert').filter({ hasText: say('fatal.title') })).toHaveCount(0)
  await server.start()
  await expect(page.getByText(say('reading.mine'))).toBeVisible({ timeout: 30_000 })
})

test('a question that could not be fetched whole says so in its place, and comes when there is a net', async ({
  server,
  visit,
}) => {
  const page = await openWithoutWorker(visit)
  await openSection(page, mouse, the(askingSections[1], 'a second section')) // the words of all are there from now on
  const question = reader(page).question(questionOf('match'))
  await server.stop()
  await openSection(page, mouse, sectionOf(questionOf('match')))
  await expect(question.getByText(say('question.pending'))).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await server.start()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(question.getByRole('combobox').first()).toBeVisible()
  await expect(page.getByText(say('question.pending'))).toHaveCount(0)
})

test('a page that could not be fetched comes, with its styles, when there is a net and it is asked for again', async ({
  server,
  visit,
}) => {
  const page = await openWithoutWorker(visit)
  await mark(page)
  const settings = page.getByRole('link', { name: 'Settings' }).first()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await server.stop()
  await settings.click()
  await expect(page.getByRole('alert').filter({ hasText: say('fatal.page') })).toBeInViewport()
  await server.start()
  await settings.click()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.heading') })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await isSame(page)).toBe(true)
  const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''))
  expect(styles.filter((href) => href.includes('SettingsPage'))).toHaveLength(1)
})

test('without a worker a lost part loads the page again, once, where the reader was, with what was typed', async ({
  server,
  secondBuild,
  visit,
}) => {
  const question = questionOf('short-text')
  const section = sectionOf(question)
  const page = await openWithoutWorker(visit)
  await openSection(page, mouse, section)
  const field = reader(page).question(question).getByRole('textbox')
  await field.fill('half a thou')
  await mark(page)

  // Without net a page that lacks a part is better than none.
  await server.stop()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: say('fatal.page') })).toBeVisible()
  expect(await isSame(page)).toBe(true)
  await expect(field).toHaveValue('half a thou')
  await server.start()

  server.folder = secondBuild
  await page.getByRole('link', { name: 'About' }).first().click()
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false)
  await expect(page).toHaveURL(new RegExp(`${lessonAddress}$`))
  await expect(reader(page).section(section)).toBeVisible()
  await expect(field).toHaveValue('half a thou')

  // A part that stays lost: one more load would not bring it.
  server.mistakes = ({ pathname }) => /AboutPage|SettingsPage/.test(pathname)
  await mark(page)
  await page.getByRole('link', { name: 'About' }).first().click()
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false)
  await expectAwake(page)
  await mark(page)
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: say('fatal.page') })).toBeVisible()
  await page.waitForTimeout(500) // it would load itself in that time
  expect(await isSame(page)).toBe(true)
  await expect(field).toHaveValue('half a thou')
})
