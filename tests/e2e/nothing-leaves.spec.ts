import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { askingSections, firstSection, lesson, questionsOf, the } from './lesson.ts'
import { answerSection, expectVerdicts, figure, openLesson, openSection, reader } from './reader.ts'
import { right } from './responses.ts'
import { SiteServer } from './site-server.ts'
import { say } from './words.ts'

/** Typed as an answer; must never be seen outside the browser. */
const SECRET = 'zebrafinch 7391'

/** What Chromium asks of its maker by itself, whatever page is open: its version, its account, the kinds of form fields. */
const BROWSERS_OWN = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
]

interface Passed {
  readonly method: string
  readonly url: string
  readonly headers: string
  bodyBytes: number
}

/** Everything that leaves the browser passes here, pages, workers and the browser's own wishes alike. */
async function startProxy(site: string): Promise<{ address: string; passed: Passed[]; stop(): void }> {
  const passed: Passed[] = []
  const proxy = http.createServer((request, response) => {
    const entry = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.rawHeaders.join('\n'),
      bodyBytes: 0,
    }
    passed.push(entry)
    request.on('data', (part: Buffer) => (entry.bodyBytes += part.length))
    if (!entry.url.startsWith(site)) return void response.destroy()
    const { hostname, port, pathname, search } = new URL(entry.url)
    const onward = http.request({
      hostname,
      port,
      path: pathname + search,
      method: entry.method,
      headers: request.headers,
    })
    onward.on('response', (answer) =>
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  proxy.on('connect', (request, socket) => {
    passed.push({ method: 'CONNECT', url: request.url ?? '', headers: '', bodyBytes: 0 })
    socket.destroy()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo // listening on a port
  return { address: `127.0.0.1:${port}`, passed, stop: () => proxy.close() }
}

test('over a whole sitting nothing leaves for another address, and nothing of the reader leaves at all', async () => {
  const server = new SiteServer()
  await server.start()
  const proxy = await startProxy(server.url)
  const { args, ...launch } = browserLaunch()
  const browser = await chromium.launch({
    ...launch,
    args: [...args, `--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'], // loopback passes it too
  })
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' })
  const page = await context.newPage()

  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
  const typed = the(
    lesson.questions.find(({ type }) => type === 'short-text'),
    'a question to type an answer to',
  )
  const section = the(
    askingSections.find(({ id }) => id === typed.section),
    'its section',
  )
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

  const isBrowsersOwn = ({ url }: Passed): boolean =>
    BROWSERS_OWN.includes(
      URL.canParse(url) && url.includes('//') ? new URL(url).hostname : url.replace(/:443$/, ''),
    )
  const ofTheSite = proxy.passed.filter((passed) => !isBrowsersOwn(passed))
  expect(ofTheSite.length).toBeGreaterThan(30)
  expect(ofTheSite.map(({ url }) => url).filter((url) => !url.startsWith(server.url))).toEqual([])
  expect(ofTheSite.filter(({ method, bodyBytes }) => method !== 'GET' || bodyBytes > 0)).toEqual([])
  expect(ofTheSite.filter(({ url }) => new URL(url).search !== '')).toEqual([])
  expect(ofTheSite.filter(({ headers }) => /^cookie$/im.test(headers))).toEqual([])
  const seen = decodeURIComponent(proxy.passed.map(({ url, headers }) => url + headers).join('\n'))
  for (const piece of SECRET.split(' ')) expect(seen).not.toContain(piece)
  proxy.stop()
  await server.stop()
})
