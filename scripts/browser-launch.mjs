/** How the tests start Chromium; Vitest and Playwright share it, so that both meet the same browser. */
import { findBrowser } from './ensure.mjs'

const runsInContainer = process.env.CI !== undefined || process.getuid?.() === 0

/** CHROME_PATH is set, and was tried, by the task that runs the tests. With no browser at all Playwright looks for its own. */
export function browserLaunch() {
  const executablePath = process.env.CHROME_PATH ?? findBrowser()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(runsInContainer ? ['--no-sandbox'] : []), // Chromium's sandbox refuses root, and containers often forbid it
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
