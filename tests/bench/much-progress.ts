// `npm run bench -- --progress`: a device with 100,000 events and 10,000 questions in the queue against an empty one.
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { serve } from './serve.ts'

const EVENTS = 100_000
const QUESTIONS = 10_000
/** Of an attempt: as many as a lesson has, with what is done about each. */
const EVENTS_EACH = 60
const OUTCOMES_EACH = 20
const ANSWERS = 12
const LESSON = 'kim-in-vladivostok-2023'

type Sample = Readonly<Record<string, number>>

/** Prints medians of visits to both devices, taken in turn, and their ratios. Nothing here passes or fails. */
export async function benchProgress(runs: number, root: string): Promise<void> {
  const host = await serve(path.join(root, 'dist'))
  const browser = await chromium.launch(browserLaunch())
  try {
    const full = await aDevice(browser, host.origin)
    const empty = await aDevice(browser, host.origin)
    await fill(full, host.origin)
    const samples: [Sample[], Sample[]] = [[], []]
    const saves: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run++)
      for (const [side, context] of [empty, full].entries()) {
        samples[side as 0 | 1].push(await visit(context, host.origin)) // of two
        saves[side as 0 | 1].push(...(await answer(context, host.origin)))
      }
    const rows: Record<string, Record<string, number>> = {}
    const add = (name: string, [none, much]: readonly [number, number]): void => {
      rows[name] = { empty: rounded(none), full: rounded(much), ratio: rounded(much / none) }
    }
    for (const name of Object.keys(samples[0][0] ?? {}))
      add(name, [median(samples[0], name), median(samples[1], name)])
    add('answer to saved, p50, ms', [quantile(saves[0], 0.5), quantile(saves[1], 0.5)])
    add('answer to saved, p95, ms', [quantile(saves[0], 0.95), quantile(saves[1], 0.95)])
    console.log(
      `\n${EVENTS} events, ${QUESTIONS} questions in the queue, against an empty device; medians of ${runs}`,
    )
    console.table(rows)
  } finally {
    await browser.close()
    await host.close()
  }
}

/** A reader who has been here once: the database is there. */
async function aDevice(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto(`${origin}/lessons/${LESSON}/`)
  await page.locator('input').first().check()
  await page.getByRole('button', { name: 'Check answers' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.close()
  return context
}

/** Writes the attempts of years past the app, as the app would have written them. */
async function fill(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${origin}/licences/libraries.txt`)
  const sizes = { EVENTS, QUESTIONS, EVENTS_EACH, OUTCOMES_EACH, LESSON, now: Date.now() }
  await page.evaluate(async ({ EVENTS, QUESTIONS, EVENTS_EACH, OUTCOMES_EACH, LESSON, now }) => {
    const opened = indexedDB.open('proofline')
    await new Promise((resolve) => opened.addEventListener('success', resolve))
    const attempts = Math.ceil(EVENTS / EVENTS_EACH)
    const DAY = 86_400_000
    for (let first = 0; first < attempts; first += 100) {
      const transaction = opened.result.transaction(['events', 'attempts', 'outcomes'], 'readwrite')
      for (let number = first; number < Math.min(attempts, first + 100); number++) {
        const attempt = `bench-${String(number).padStart(6, '0')}`
        const startedAtMs = now - (attempts - number) * DAY * 0.5
        for (let seq = 0; seq < EVENTS_EACH; seq++)
          transaction.objectStore('events').put({
            attempt,
            seq,
            atMs: startedAtMs + seq * 1000,
            elapsedMs: seq * 1000,
            happening:
              seq === 0
                ? {
                    kind: 'attempt-started',
                    lesson: LESSON,
                    contentHash: 'bench',
                    level: 'b1',
                    policy: { retries: true, givesAnswer: true },
                    questions: ['bombers'],
                  }
                : { kind: 'response-given', question: 'bombers', response: { chosen: [`option-${seq}`] } },
          })
        transaction.objectStore('attempts').put({
          attempt,
          lesson: LESSON,
          status: 'finished',
          startedAtMs,
          updatedAtMs: startedAtMs + 60_000,
          nextSeq: EVENTS_EACH,
          settledQuestions: OUTCOMES_EACH,
          totalQuestions: OUTCOMES_EACH,
          points: 10,
          maxPoints: OUTCOMES_EACH,
          mode: 'guided',
          touched: number + 1000,
        })
        transaction.objectStore('outcomes').put({
          attempt,
          outcomes: Array.from({ length: OUTCOMES_EACH }, (_, index) => ({
            question: `bench-${(number * OUTCOMES_EACH + index) % QUESTIONS}`,
            section: 'airfield',
            process: 'infer',
            atMs: startedAtMs + index * 1000,
            firstShare: index % 3 === 0 ? 0 : 1,
            share: index % 3 === 0 ? 0.5 : 1,
            hints: 0,
            isShown: false,
            points: 1,
            confidence: null,
            misreadings: [],
          })),
        })
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    }
    opened.result.close()
  }, sizes)
  await page.close()
}

/** Opens the library, the progress and the review, each afresh. */
async function visit(context: BrowserContext, origin: string): Promise<Sample> {
  const library = await opening(context, `${origin}/`, 'a[href*="/review"]')
  const lesson = await opening(context, `${origin}/lessons/${LESSON}/`, 'input:not([disabled])')
  const progress = await opening(context, `${origin}/progress/`, 'dl dd, table')
  const review = await opening(context, `${origin}/review/`, 'fieldset, main a')
  return {
    'library: asked the device, ms': library.ms,
    'lesson: ready to go on, ms': lesson.ms,
    'progress: shown, ms': progress.ms,
    'review: what is due is shown, ms': review.ms,
    'heap of the library, MB': library.heapMb,
    'heap of the progress page, MB': progress.heapMb,
  }
}

/** Milliseconds from the start of the navigation until a thing stands and the list of attempts was read, and the heap then. */
async function opening(
  context: BrowserContext,
  url: string,
  selector: string,
): Promise<{ ms: number; heapMb: number }> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  await page.locator(selector).first().waitFor({ state: 'attached' })
  const ms = await page.evaluate(() => performance.now())
  const heapMb = await heapOf(page)
  await page.close()
  return { ms, heapMb }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** Milliseconds from the choice of an option until the page says that it is saved, several times. */
async function answer(context: BrowserContext, origin: string): Promise<number[]> {
  const page = await context.newPage()
  await page.goto(`${origin}/lessons/${LESSON}/study/`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.locator('input[type="radio"], input[type="checkbox"]').first().waitFor()
  await page.getByText('Saved', { exact: true }).waitFor()
  const times = await page.evaluate(async (count) => {
    const found: number[] = []
    const until = (isTrue: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => (isTrue() ? resolve() : void requestAnimationFrame(look))
        look()
      })
    const saved = (): boolean => document.querySelector('header')?.textContent.includes('Saved') === true
    for (let number = 0; number < count; number++) {
      const inputs = [...document.querySelectorAll<HTMLInputElement>('fieldset input, [role="group"] input')]
      const input = inputs[number % Math.max(1, Math.min(3, inputs.length))]
      const from = performance.now()
      input?.click()
      await until(() => !saved())
      await until(saved)
      found.push(performance.now() - from)
    }
    return found
  }, ANSWERS)
  await page.close()
  return times
}

const rounded = (value: number): number => Math.round(value * 100) / 100
const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
const median = (samples: readonly Sample[], name: string): number =>
  quantile(
    samples.map((sample) => sample[name] ?? Number.NaN),
    0.5,
  )
