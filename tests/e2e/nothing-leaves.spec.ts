import { chromium } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, questionOf, questionsOf, sectionOf, the } from './lesson.ts'
import { answerSection, expectVerdicts, figure, openLesson, openSection, reader } from './reader.ts'
import { askedByTheSite, leaks, proxyArguments, startProxy } from './proxy.ts'
import { right } from './responses.ts'
import { SiteServer } from './site-server.ts'
import { say } from './words.ts'

/** Typed as an answer; must never be seen outside the browser. */
const SECRET = 'zebrafinch 7391'

test('over a whole sitting nothing leaves for another address, and nothing of the reader leaves at all', async () => {
  const server = new SiteServer()
  await server.start()
  const proxy = await startProxy()
  const { args, ...launch } = browserLaunch()
  const browser = await chromium.launch({
    ...launch,
    args: [...args, ...proxyArguments(proxy.port)],
  })
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' })
  const page = await context.newPage()

  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
  const typed = questionOf('short-text')
  const section = sectionOf(typed)
  await openSection(page, mouse, section)
  await reader(page).question(typed).getByRole('textbox').fill(SECRET)
  await reader(page).button('Check answers').click()
  await openSection(page, mouse, the(askingSections.at(-1), 'a last section'))
  await reader(page).button('Finish').click()
  await expect(figure(page, say('result.score'))).toBeVisible()
  await page.goto('settings')
  await expect(page.getByText(say('offline.ready')).first()).toBeVisible({ timeout: 40_000 })
  await page.getByRole('link', { name: 'About' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: say('about.heading') })).toBeVisible()
  await browser.close()

  const asked = askedByTheSite(proxy.passed)
  expect(asked.length).toBeGreaterThan(30)
  expect(leaks(proxy.passed)).toEqual([])
  expect(asked.map(({ url }) => url).filter((url) => !url.startsWith(server.url))).toEqual([])
  expect(asked.filter(({ url }) => new URL(url).search !== '')).toEqual([])
  const seen = decodeURIComponent(proxy.passed.map(({ url, headers }) => url + headers).join('\n'))
  for (const piece of SECRET.split(' ')) expect(seen).not.toContain(piece)
  proxy.stop()
  await server.stop()
})
