import type { Page } from '@playwright/test'
import { the } from './lesson.ts'

/** As much of a trace's event as is looked at. Times are microseconds; `tdur` is what the thread has worked, without what it has waited. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly tdur?: number
}

const MARK = 'main-thread'

/**
 * What the longest task of the page's main thread has worked while `work` was done, in milliseconds of the processor. The clock on the wall
 * would also count how long the thread has waited for a processor, which on a busy machine is most of it and none of the page's doing.
 */
export async function longestTaskMs(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], recordMode: 'recordUntilFull' },
  })
  await page.evaluate((name) => performance.mark(name), MARK)
  await work()
  // A task is noted when it ends, and it answers before that.
  await page.evaluate(() => new Promise((later) => setTimeout(later)))
  await session.send('Tracing.end')
  await done
  await session.detach()
  const { pid, tid } = the(
    events.find(({ name }) => name === MARK),
    'the mark of the page',
  )
  const tasks = events.filter(
    (event) => event.pid === pid && event.tid === tid && event.name.endsWith('RunTask'),
  )
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}
