import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { mouse } from './hands.ts'
import { firebaseHeaders, underscoreHeaders, vercelHeaders, type HeadersOf } from './host-headers.ts'
import { firstSection, lessonAddress, questionsOf } from './lesson.ts'
import { answerSection, expectAwake, expectVerdicts, openLesson, openSettings, reader } from './reader.ts'
import { right } from './responses.ts'
import { base, builtSite, SiteServer } from './site-server.ts'
import { say } from './words.ts'

/** What every answer must carry, and what a page must not be able to do. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none'; script-src 'self'.*; style-src 'self'.*; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue proofline-worker$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'strict-transport-security': /^max-age=\d{8}/,
}

const read = (file: string): Promise<string> => readFile(path.join(builtSite, file), 'utf8')

/** Every answer's headers, and what is kept for how long. */
async function expectHeaders(url: string): Promise<void> {
  const [asset = ''] = await readdir(path.join(builtSite, 'assets'))
  const kinds: readonly (readonly [address: string, status: number, kept: string])[] = [
    ['', 200, 'no-cache'],
    [`${lessonAddress}/`, 200, 'no-cache'],
    ['settings/', 200, 'no-cache'],
    ['sw.js', 200, 'no-cache'],
    ['manifest.webmanifest', 200, 'no-cache'],
    [`assets/${asset}`, 200, 'public, max-age=31536000, immutable'],
  ]
  for (const [address, status, kept] of kinds) {
    const answer = await fetch(new URL(address, url))
    expect(answer.status, address).toBe(status)
    for (const [name, value] of Object.entries(EXPECTED))
      expect(answer.headers.get(name), `${name} of "${address}"`).toMatch(value)
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(answer.headers.get('cache-control'), address).toBe(kept)
  }
  const lost = await fetch(new URL('no/such/page', url))
  expect(lost.status).toBe(404)
  expect(await lost.text()).toBe(await read('404.html'))
}

/** Says what the policy has forbidden, from the first moment of each page on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (text: string) => void violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = Reflect.get(window, 'noteViolation') as (text: string) => void // exposed above
      note(`${event.violatedDirective} ${event.blockedURI} ${event.sample} on ${document.location.pathname}`)
    })
  })
  return violations
}

/** Every kind of page, and a little of a sitting. */
async function visitEverything(page: Page): Promise<void> {
  await openLesson(page)
  await answerSection(page, mouse, firstSection, right)
  await expectVerdicts(page, questionsOf(firstSection), 'Right')
  await reader(page).article.getByRole('link').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const name of ['Library', 'Settings', 'About']) {
    await page.getByRole('contentinfo').getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  }
  await openSettings(page)
  await page.getByRole('radio', { name: say('settings.themes.dark') }).check()
}

const HOSTS: Readonly<Record<string, () => Promise<HeadersOf>>> = {
  'Netlify and Cloudflare Pages': async () => underscoreHeaders(await read('_headers')),
  Vercel: async () => vercelHeaders(await read('hosting/vercel.json')),
  Firebase: async () => firebaseHeaders(await read('hosting/firebase.json')),
}

for (const [host, load] of Object.entries(HOSTS))
  test(`the headers of ${host} are complete, and a sitting under them breaks none of their rules`, async ({
    browser,
  }) => {
    const server = new SiteServer()
    server.headersOf = await load()
    await server.start()
    await expectHeaders(server.url)
    await sitUnder(browser, server.url)
    await server.stop()
  })

async function sitUnder(browser: import('@playwright/test').Browser, url: string): Promise<void> {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: 'allow' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  const violations = await watchPolicy(page)
  await visitEverything(page)
  await page.goto('about')
  await expect(page.getByText(say('about.headersAll'))).toBeVisible()
  // The worker's address passes our own policy of trusted types.
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(url)
  expect(violations).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
}

test('nginx as the sample has it sends the same, and a sitting breaks none of its rules', async ({
  browser,
}) => {
  const sample = await read('hosting/nginx.conf')
  const nginx = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) =>
    existsSync(file),
  )
  if (nginx === undefined) {
    // Not on this machine: the text alone is compared.
    const { headersOf } = { headersOf: underscoreHeaders(await read('_headers')) }
    for (const [name, value] of Object.entries(headersOf(base)))
      if (name !== 'cache-control')
        expect(sample.toLowerCase()).toContain(`add_header ${name} "${value.toLowerCase()}" always;`)
    return
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'proofline-nginx-'))
  const port = await freePort()
  const server = sample
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ +root [^;]+;/m, `root ${base === '/' ? builtSite : folder};`)
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr;
events {}
http {
  types { text/html html; text/javascript js; text/css css; image/svg+xml svg; image/png png; font/woff2 woff2; text/plain txt; }
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${server}
}`,
  )
  if (base !== '/') execFileSync('ln', ['-s', builtSite, path.join(folder, base)])
  const running = spawn(nginx, ['-c', path.join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}${base}`
  await expect
    .poll(() =>
      fetch(url).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  await expectHeaders(url)
  await sitUnder(browser, url)
  const isEnded = new Promise((resolve) => running.once('exit', resolve))
  running.kill()
  await isEnded
  await rm(folder, { recursive: true, force: true })
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

test('on a host without headers the page itself forbids what it does not need', async ({ browser }) => {
  const server = new SiteServer()
  await server.start()
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
  const own = await context.newPage()
  const violations = await watchPolicy(own)
  await own.goto('about')
  await expectAwake(own)
  await expect(own.getByText('Permissions-Policy')).toBeVisible()
  expect(violations).toEqual([])
  const refused = await own.evaluate(async () => {
    const tries: Readonly<Record<string, () => unknown>> = {
      'a script in the page': () => {
        const script = document.createElement('script')
        script.append('window.isBroken = true')
        document.head.append(script)
        if (!('isBroken' in window)) throw new Error('refused')
      },
      'a style in an attribute': () => {
        const mark = document.createElement('b')
        mark.setAttribute('style', 'color: rgb(1, 2, 3)')
        document.body.append(mark)
        if (getComputedStyle(mark).color !== 'rgb(1, 2, 3)') throw new Error('refused')
      },
      'text as markup': () => {
        document.createElement('div').innerHTML = '<b>text</b>'
      },
      'a policy of another name': () => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): void }
        }
        trustedTypes.createPolicy('other', {})
      },
      'another origin': () => fetch('http://localhost:9/'),
    }
    const refused: string[] = []
    for (const [what, attempt] of Object.entries(tries)) {
      try {
        await attempt()
      } catch {
        refused.push(what)
      }
    }
    return refused
  })
  expect(refused).toEqual([
    'a script in the page',
    'a style in an attribute',
    'text as markup',
    'a policy of another name',
    'another origin',
  ])
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(5)
  await context.close()
  await server.stop()
})
