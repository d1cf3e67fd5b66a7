import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { expect, test, watchContext } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, lesson, questionOf, questionsOf, sectionOf, the } from './lesson.ts'
import {
  answerSection,
  expectAwake,
  expectVerdicts,
  give,
  openLesson,
  openSection,
  reader,
  saved,
} from './reader.ts'
import { right, wrong } from './responses.ts'
import { say } from './words.ts'

/** A person's browser: its profile outlives the process. */
interface OwnBrowser {
  open(): Promise<Page>
  /** Ends the browser as a power cut does: no page gets a word. */
  kill(): Promise<void>
}

const own = test.extend<{ own: OwnBrowser }>({
  own: async ({ baseURL, viewport, locale, timezoneId }, use) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'proofline-profile-'))
    const faults: string[] = []
    let context: BrowserContext | null = null
    await use({
      async open() {
        const options = { ...browserLaunch(), viewport, locale: locale ?? '', timezoneId: timezoneId ?? '' }
        context = await chromium.launchPersistentContext(profile, { ...options, ...(baseURL && { baseURL }) })
        watchContext(context, baseURL ?? '', faults)
        return context.pages()[0] ?? context.newPage()
      },
      async kill() {
        const browser = the(context?.browser(), 'a browser')
        const session = await browser.newBrowserCDPSession()
        const { processInfo } = await session.send('SystemInfo.getProcessInfo')
        const isGone = new Promise((resolve) => context?.once('close', resolve))
        const main = the(processInfo.find(({ type }) => type === 'browser')?.id, 'a process of the browser')
        // Playwright starts the browser as the leader of a group, so the negative number ends all of its processes at once.
        process.kill(process.platform === 'win32' ? main : -main, 'SIGKILL')
        await isGone
        context = null
      },
    })
    await (context as BrowserContext | null)?.close() // assigned in the closures above
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    expect(faults).toEqual([])
  },
})

const second = the(askingSections[1], 'a second section')

async function reopen(browser: OwnBrowser): Promise<Page> {
  const page = await browser.open()
  await openLesson(page)
  await expect(page.getByText(say('read.resumed')).first()).toBeVisible()
  return page
}

own(
  'a killed browser opens the same section with every answer, verdict and level',
  async ({ own: browser }) => {
    const level = the(
      lesson.levels.find((other) => other !== lesson.defaultLevel),
      'a second level',
    )
    const page = await browser.open()
    await openLesson(page)
    await openSection(page, mouse, second)
    const [first, ...others] = questionsOf(second)
    const missed = the(first, 'a question')
    await answerSection(page, mouse, second, (question) => (question === missed ? wrong : right)(question))
    await expectVerdicts(page, others, 'Right')
    await reader(page).level.selectOption(level)
    await expect(saved(page)).toBeVisible()
    await browser.kill()

    const again = await reopen(browser)
    await expect(reader(again).section(second)).toBeVisible()
    await expect(reader(again).level).toHaveValue(level)
    await expectVerdicts(again, [missed], 'Not right')
    await expectVerdicts(again, others, 'Right')
    for (const question of others) {
      const group = reader(again).question(question)
      await expect(group, 'the proof is shown again').toContainText(question.explanation)
      if (question.type === 'single') await expect(group.getByRole('radio', { checked: true })).toHaveCount(1)
    }
  },
)

own('a killed browser opens the question that was being answered', async ({ own: browser }) => {
  const question = the(
    questionsOf(second).findLast(({ type }) => type === 'single'),
    'a choice of one in its second section',
  )
  const page = await browser.open()
  await openLesson(page)
  await openSection(page, mouse, second)
  await give(page, mouse, right(question))
  await expect(saved(page)).toBeVisible()
  await browser.kill()

  const again = await reopen(browser)
  const group = reader(again).question(question)
  await expect(group.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(group.getByRole('heading', { name: question.stem })).toBeInViewport()
  await expect(group).toBeFocused()
})

own('typed text that is half a second old outlives a killed browser', async ({ own: browser }) => {
  const question = questionOf('short-text')
  const section = sectionOf(question)
  const page = await browser.open()
  await page.clock.install()
  await openLesson(page)
  await openSection(page, mouse, section)
  await expect(saved(page)).toBeVisible()
  const field = (on: Page) => reader(on).question(question).getByRole('textbox')
  await page.clock.pauseAt(Date.now() + 60_000) // from here the page's time stands still
  await field(page).fill('half a thou')
  await expect(page.getByText(say('save.saving'))).toBeVisible()
  await page.clock.runFor(500)
  await expect(saved(page)).toBeVisible()
  await browser.kill()

  const again = await reopen(browser)
  await expect(field(again)).toHaveValue('half a thou')
})

own('a killed browser on the library offers to go on', async ({ own: browser }) => {
  const page = await browser.open()
  await openLesson(page)
  await give(
    page,
    mouse,
    right(the(questionsOf(second).length > 0 ? lesson.questions[0] : null, 'a question')),
  )
  await expect(saved(page)).toBeVisible()
  await browser.kill()

  const again = await browser.open()
  await again.goto('./')
  await expectAwake(again)
  await expect(again.getByRole('link', { name: say('library.continue') })).toBeVisible()
})
