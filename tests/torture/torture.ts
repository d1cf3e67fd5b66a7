import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem, type, release } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser-launch.mjs'
import { seededRng, type Rng } from '../../src/core/kernel/rng.ts'
import { serve } from '../bench/serve.ts'
import { answerForEver, readField, readLog, type StoredEvent } from './in-page.ts'

const LESSON = 'kim-in-vladivostok-2023'
/** A question that is answered by typing: every answer can be told from every other. */
const QUESTION = 'ship-name'
/** Longest time from the first answer that was saved in a life to its end, milliseconds: a few answers, however fast the machine. */
const LONGEST_LIFE_MS = 900
/** Share of lives that end at any moment, also before anything was saved. */
const SHORT_LIVES = 0.25
/** A page that has saved nothing after so long is killed all the same. */
const PATIENCE_MS = 30_000

/**
 * Answers in a real browser, kills it at a random moment, opens it again and looks: nothing that was called saved may be missing,
 * doubled or torn. One profile for the whole run, so that damage would pile up.
 */
export async function torture(argv: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  })
  const kills = Number(values.kills)
  const rng = seededRng(Number(values.seed))
  const profile = await mkdtemp(path.join(tmpdir(), 'proofline-torture-'))
  const host = await serve(path.join(root, 'dist'))
  /** How many answers the page has called saved, as far as it could say so before it died. */
  const witness: Witness = { acknowledged: 0, onSaved: () => undefined }
  const faults: string[] = []
  const startedAtMs = performance.now()
  let version = ''
  let events = 0
  let unacknowledged = 0
  console.log(`${kills} kills, seed ${values.seed}`)
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const context = await chromium.launchPersistentContext(profile, { ...browserLaunch(), locale: 'en-GB' })
      version = context.browser()?.version() ?? version
      const page = context.pages()[0] ?? (await context.newPage())
      const before = faults.length
      await page.exposeFunction('noteSaved', (count: number) => {
        witness.acknowledged = Math.max(witness.acknowledged, count)
        witness.onSaved()
      })
      await page.goto(`${host.origin}/lessons/${LESSON}/`)
      await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
      if (kill > 0) {
        const log = await page.evaluate(readLog)
        const found = [...look(log, witness.acknowledged), ...(await lookAtScreen(page, log))]
        faults.push(...found.map((fault) => `after kill ${kill}: ${fault}`))
        events = log.length
        // What came through without having been called saved is no fault, and is there from now on.
        const kept = textsOf(log).length
        unacknowledged += Math.max(0, kept - witness.acknowledged)
        witness.acknowledged = kept
      }
      for (const fault of faults.slice(before)) console.error(fault)
      if (kill === kills) await context.close()
      else await answerAndKill(context, page, witness, rng)
      if (kill > 0 && kill % 50 === 0)
        console.log(`${kill} kills, ${witness.acknowledged} answers, ${faults.length} faults`)
    }
  } finally {
    await host.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0)
  const machine = `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()}`
  console.log(
    `${kills} kills in ${seconds} s: ${witness.acknowledged} answers kept in ${events} events, ` +
      `${unacknowledged} of them came through before the page had said so; ${faults.length} faults`,
  )
  console.log(`Chromium ${version}; ${machine}; ${new Date().toISOString().slice(0, 10)}`)
  return faults.length === 0 && witness.acknowledged > 0 ? 0 : 1
}

interface Witness {
  acknowledged: number
  onSaved: () => void
}

/** Answers as fast as the page saves, until the browser dies in the middle of something. */
async function answerAndKill(context: BrowserContext, page: Page, witness: Witness, rng: Rng): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve))
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const main = processInfo.find(({ type }) => type === 'browser')?.id
  if (main === undefined) throw new Error('Expected a process of the browser')
  const hasSaved = new Promise<void>((resolve) => {
    witness.onSaved = resolve
    setTimeout(resolve, rng() < SHORT_LIVES ? rng() * LONGEST_LIFE_MS : PATIENCE_MS)
  })
  const first = witness.acknowledged
  let isKilled = false
  void page.evaluate(answerForEver, { question: QUESTION, first }).catch((error: unknown) => {
    if (!isKilled) console.error(error)
  })
  await hasSaved
  await new Promise((resolve) => setTimeout(resolve, rng() * LONGEST_LIFE_MS))
  isKilled = true
  // Playwright starts the browser as the leader of a group, so the negative number ends all of its processes at once.
  process.kill(process.platform === 'win32' ? main : -main, 'SIGKILL')
  await gone
}

const textsOf = (log: readonly StoredEvent[]): string[] =>
  log.flatMap(({ happening }) =>
    happening.kind === 'response-given' && typeof happening.response?.text === 'string'
      ? [happening.response.text]
      : [],
  )

/** What is wrong with what was stored. */
function look(log: readonly StoredEvent[], acknowledged: number): string[] {
  const faults: string[] = []
  const texts = textsOf(log)
  for (let number = texts.length; number < acknowledged; number++) faults.push(`missing: a-${number}`)
  for (const [index, text] of texts.entries())
    if (text !== `a-${index}`) faults.push(`expected a-${index}, found ${text}`)
  const attempts = new Set(log.map(({ attempt }) => attempt))
  for (const attempt of attempts) {
    const seqs = log.filter((event) => event.attempt === attempt).map(({ seq }) => seq)
    if (seqs.some((seq, index) => seq !== index)) faults.push(`the log of ${attempt} has a hole`)
  }
  if (attempts.size > 1) faults.push(`one sitting has become ${attempts.size}`)
  return faults
}

/** The screen must show the answer that was stored last. */
async function lookAtScreen(page: Page, log: readonly StoredEvent[]): Promise<string[]> {
  const last = textsOf(log).at(-1)
  if (last === undefined) return []
  for (let tries = 0; tries < 200; tries++) {
    if ((await page.evaluate(readField, QUESTION)) === last) return []
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return [`the screen shows ${await page.evaluate(readField, QUESTION)} instead of ${last}`]
}
