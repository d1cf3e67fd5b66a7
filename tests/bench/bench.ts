import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { benchFind } from './find.ts'
import { compiledLesson } from './compiled-lesson.ts'
import { writeGrowthLesson } from './growth-lessons.ts'
import { benchProgress } from './much-progress.ts'
import { serve } from './serve.ts'
import { staticPage } from './static-page.ts'

interface Network {
  readonly name: string
  readonly cpuSlowdown: number
  /** Null for the machine's own speed. */
  readonly conditions: {
    readonly latency: number
    readonly downloadThroughput: number
    readonly uploadThroughput: number
  } | null
}
/** Bytes a second and milliseconds, as DevTools' "slow 4G" has them. */
const NETWORKS: readonly Network[] = [
  { name: 'fast', cpuSlowdown: 1, conditions: null },
  {
    name: 'slow',
    cpuSlowdown: 4,
    conditions: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
]

/** Each by its time on the page's clock, ms. */
interface PageVitals {
  readonly largestPaints: number[]
  readonly shifts: { readonly at: number; readonly by: number }[]
  readonly longTasks: { readonly at: number; readonly ms: number }[]
}
declare global {
  interface Window {
    benchVitals: PageVitals
  }
}

type Sample = Readonly<Record<string, number>>

/**
 * The built reader against a hand-made static page of the same lesson, taken in turn in one run. Prints medians and ratios; only
 * the ratios carry over to another machine. Nothing here passes or fails.
 */
export async function bench(argv: readonly string[], root: string): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string', default: '7' },
      lesson: { type: 'string', default: 'kim-in-vladivostok-2023' },
      growth: { type: 'boolean', default: false },
      find: { type: 'boolean', default: false },
      progress: { type: 'boolean', default: false },
    },
  })
  if (values.find) return benchFind()
  if (values.progress) return benchProgress(Number(values.runs), root)
  if (values.growth) return benchGrowth(Number(values.runs), root)
  const staticRoot = mkdtempSync(path.join(tmpdir(), 'proofline-bench-'))
  writeFileSync(
    path.join(staticRoot, 'index.html'),
    staticPage(compiledLesson(path.join(root, 'questions', values.lesson))),
  )
  const hosts = [await serve(path.join(root, 'dist')), await serve(staticRoot)] as const
  const browser = await chromium.launch(browserLaunch())
  const urls = [`${hosts[0].origin}/lessons/${values.lesson}/`, `${hosts[1].origin}/`] as const
  try {
    for (const network of NETWORKS) {
      const samples: [Sample[], Sample[]] = [[], []]
      const feedbacks: [number[], number[]] = [[], []]
      for (let run = 0; run < Number(values.runs); run++) {
        for (const side of [0, 1] as const)
          samples[side].push({
            ...(await measure(browser, urls[side], network, feedbacks[side])),
            ...(await measureReturn(browser, urls[side], network)),
          })
      }
      print(`${network.name}: medians of ${values.runs} fresh visits, taken in turn`, {
        ...mediansOf(samples),
        'answer to feedback, p50, ms': [quantile(feedbacks[0], 0.5), quantile(feedbacks[1], 0.5)],
        'answer to feedback, p98, ms': [quantile(feedbacks[0], 0.98), quantile(feedbacks[1], 0.98)],
      })
    }
  } finally {
    await browser.close()
    await Promise.all(hosts.map((host) => host.close()))
    rmSync(staticRoot, { recursive: true })
  }
}

/**
 * One fresh visit: load, answer the first choice, check, wait until the verdict is painted; then the same for each further section.
 * Milliseconds from each check to its painted verdict are added to `feedbacks`; with null the visit ends after the first.
 */
async function measure(
  browser: Browser,
  url: string,
  network: Network,
  feedbacks: number[] | null,
): Promise<Sample> {
  const context = await browser.newContext(SCREEN)
  const { page, session, traffic } = await openPage(context, url, network)
  const timing = await page.evaluate(answerFirstChoice)
  const loaded = { ...traffic }
  feedbacks?.push(
    ...(timing.feedback === null ? [] : [timing.feedback]),
    ...(await page.evaluate(answerTheRest)),
  )
  await page.waitForLoadState('load')
  const vitals = await readVitals(page, timing.pressed)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await context.close()
  return {
    'transferred before the first answer, kB': loaded.bytes / 1000,
    'fonts, kB': loaded.fontBytes / 1000,
    'requests before the first answer': loaded.requests,
    'first contentful paint, ms': vitals.fcp,
    'largest contentful paint, ms': vitals.lcp,
    'layout shift': vitals.cls,
    'blocking time until the first check, ms': vitals.blocked,
    'first question answered, ms': timing.answered,
    'heap, MB': usedSize / 1e6,
  }
}

const SCREEN = { viewport: { width: 1280, height: 860 } }

/** A page of its own under the conditions of a network, from its first byte on. */
async function openPage(context: BrowserContext, url: string, network: Network) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const traffic = await countTraffic(session)
  if (network.conditions !== null) {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...network.conditions })
    await session.send('Emulation.setCPUThrottlingRate', { rate: network.cpuSlowdown })
  }
  await page.addInitScript(watchVitals)
  await page.goto(url, { waitUntil: 'commit' })
  return { page, session, traffic }
}

/** A second visit by somebody who has only read: the browser's cache is there and, in the app, what its worker has kept, which is all. */
async function measureReturn(browser: Browser, url: string, network: Network): Promise<Sample> {
  const context = await browser.newContext(SCREEN)
  const first = await context.newPage()
  await first.goto(url)
  await first.evaluate(async () => {
    if (document.querySelector('link[rel=manifest]') !== null) await navigator.serviceWorker.ready
  })
  await first.close()
  const { page, traffic } = await openPage(context, url, network)
  const timing = await page.evaluate(answerFirstChoice)
  const loaded = { ...traffic }
  const { fcp } = await readVitals(page, timing.pressed)
  await context.close()
  return {
    'second visit: transferred before the first answer, kB': loaded.bytes / 1000,
    'second visit: requests': loaded.requests,
    'second visit: first contentful paint, ms': fcp,
    'second visit: first question answered, ms': timing.answered,
  }
}

const GROWTH = [8, 104, 1000, 10_000] as const

/** `--growth`: lessons of many questions against one of eight, each built as the site builds it, taken in turn in one run. */
async function benchGrowth(runs: number, root: string): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'proofline-growth-'))
  const ids = GROWTH.map((count) => writeGrowthLesson(path.join(work, 'lessons'), count))
  const outDir = path.join(work, 'dist')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, LESSONS_DIR: path.join(work, 'lessons') },
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('Expected the lessons of the bench to build')
  const host = await serve(outDir)
  const browser = await chromium.launch(browserLaunch())
  const samples = ids.map((): Sample[] => [])
  try {
    for (let run = 0; run < runs; run++)
      for (const [index, id] of ids.entries())
        samples[index]?.push(
          await measure(browser, `${host.origin}/lessons/${id}/`, NETWORKS[0] as Network, null),
        )
  } finally {
    await browser.close()
    await host.close()
    rmSync(work, { recursive: true })
  }
  for (const [index, count] of GROWTH.entries())
    print(
      `${count} questions (app) against 8 (static column): medians of ${runs}`,
      mediansOf([samples[index] ?? [], samples[0] ?? []]),
    )
}

async function countTraffic(
  session: CDPSession,
): Promise<{ bytes: number; fontBytes: number; requests: number }> {
  const traffic = { bytes: 0, fontBytes: 0, requests: 0 }
  const kinds = new Map<string, string>()
  await session.send('Network.enable')
  // What came from the browser's cache or from a worker was not transferred.
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.fromDiskCache && !response.fromServiceWorker) kinds.set(requestId, type)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Font') traffic.fontBytes += encodedDataLength
    else if (kinds.has(requestId)) {
      traffic.bytes += encodedDataLength
      traffic.requests += 1
    }
  })
  return traffic
}

/** Runs in the page, before anything else. */
function watchVitals(): void {
  const vitals: PageVitals = { largestPaints: [], shifts: [], longTasks: [] }
  window.benchVitals = vitals
  const watch = (type: string, note: (entry: PerformanceEntry & { value?: number }) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  watch('largest-contentful-paint', ({ startTime }) => vitals.largestPaints.push(startTime))
  watch('layout-shift', ({ startTime, value = 0 }) => vitals.shifts.push({ at: startTime, by: value }))
  watch('longtask', ({ startTime, duration }) => vitals.longTasks.push({ at: startTime, ms: duration }))
}

/**
 * Runs in the page: tries from the first moment on, as a hasty reader does, until an answer is taken and judged. `feedback` is null
 * where the press was made before the script had come and done after it: that is waiting for the script.
 */
async function answerFirstChoice(): Promise<{ pressed: number; answered: number; feedback: number | null }> {
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
  const isJudged = () =>
    [...document.querySelectorAll('main strong, fieldset p')].some((element) =>
      /^(Right|Not right|Partly right)$/.test(element.textContent ?? ''),
    )
  for (let pressed = 0; ;) {
    const radio = document.querySelector<HTMLInputElement>('main input[type=radio], form input[type=radio]')
    if (radio?.checked === false) radio.click()
    await frame()
    if (isJudged()) return { pressed, answered: performance.now(), feedback: null }
    const button = [...document.querySelectorAll('button')].find(
      (candidate) => candidate.textContent?.trim() === 'Check answers',
    )
    pressed = performance.now()
    button?.click()
    await frame()
    const answered = performance.now()
    if (isJudged()) return { pressed, answered, feedback: answered - pressed }
  }
}

/** Runs in the page: goes through the sections that are left, one choice and one check each. A static page has none left. */
async function answerTheRest(): Promise<number[]> {
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
  const button = (name: RegExp) =>
    [...document.querySelectorAll('button')].find((candidate) =>
      name.test(candidate.textContent?.trim() ?? ''),
    )
  const verdicts = () => document.querySelectorAll('main [data-verdict]').length
  const times: number[] = []
  const section = () => document.querySelector('#questions-heading')?.textContent
  for (let next = button(/^Next section$/); next !== undefined; next = button(/^Next section$/)) {
    const left = section()
    next.click()
    while (section() === left || button(/^Check answers?$/) === undefined) await frame()
    document.querySelector<HTMLInputElement>('main input[type=radio]')?.click()
    await frame()
    const before = verdicts()
    const pressed = performance.now()
    button(/^Check answers?$/)?.click()
    do await frame()
    while (verdicts() === before)
    times.push(performance.now() - pressed)
  }
  return times
}

/** Until the press that was taken: what a reader's own press moves and paints does not count, and a browser does not know this for one. */
const readVitals = (page: Page, pressed: number) =>
  page.evaluate((until) => {
    const { largestPaints, shifts, longTasks } = window.benchVitals
    return {
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      lcp: largestPaints.findLast((at) => at < until) ?? largestPaints[0] ?? 0,
      cls: shifts.reduce((sum, { at, by }) => (at < until ? sum + by : sum), 0),
      blocked: longTasks.reduce((sum, { at, ms }) => (at < until ? sum + Math.max(0, ms - 50) : sum), 0),
    }
  }, pressed)

/** The value below which a share of the numbers lies (nearest rank). */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const rounded = (value: number): number => Number(value.toFixed(value < 10 ? 2 : 0))

type Rows = Readonly<Record<string, readonly [app: number, limit: number]>>

const mediansOf = ([app, limit]: readonly [readonly Sample[], readonly Sample[]]): Rows =>
  Object.fromEntries(
    Object.keys(app[0] ?? {}).map((metric) => {
      const medianOf = (samples: readonly Sample[]) =>
        quantile(
          samples.map((sample) => sample[metric] ?? Number.NaN),
          0.5,
        )
      return [metric, [medianOf(app), medianOf(limit)]]
    }),
  )

function print(title: string, rows: Rows): void {
  console.log(`\n${title}`)
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([metric, [app, limit]]) => [
        metric,
        { app: rounded(app), static: rounded(limit), ratio: limit > 0 ? rounded(app / limit) : '–' },
      ]),
    ),
  )
}
