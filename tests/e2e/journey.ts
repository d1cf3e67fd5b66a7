import { expect, test as base, type BrowserContext } from '@playwright/test'

interface Watched {
  /** Lines of the console that a test expects: a 404 page, for example, is reported as a failed request. */
  expectedNoise: RegExp | null
  watch: void
}

/** What Playwright says in the page's name where `serviceWorkers` is `block`. */
const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright'

/** Writes down what no page may do: warn, fail, ask another origin, send anything. */
export function watchContext(context: BrowserContext, baseURL: string, faults: string[]): void {
  const { origin } = new URL(baseURL)
  context.on('console', (message) => {
    if (message.text() === WORKER_BLOCKED) return
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`console ${message.type()} on ${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (failure) => faults.push(`uncaught: ${failure.error().message}`))
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin)
      faults.push(`request to another origin: ${request.url()}`)
    if (request.method() !== 'GET') faults.push(`sent: ${request.method()} ${request.url()}`)
  })
}

/** Every journey is watched; it fails when the console was not silent or anything left for another origin. */
export const test = base.extend<Watched>({
  expectedNoise: [null, { option: true }],
  watch: [
    async ({ context, baseURL, expectedNoise }, use) => {
      const faults: string[] = []
      watchContext(context, baseURL ?? '', faults)
      await use()
      expect(faults.filter((fault) => expectedNoise === null || !expectedNoise.test(fault))).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
