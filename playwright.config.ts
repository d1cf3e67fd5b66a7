import { defineConfig } from '@playwright/test'
import { browserLaunch } from './scripts/browser-launch.mjs'
import { proxyArguments } from './tests/e2e/proxy.ts'

/** `npm run e2e` looks for free ports; a run by hand takes these. */
const port = process.env.E2E_PORT ?? '4179'
const proxyPort = (process.env.E2E_PROXY_PORT ??= '4178') // read by the global setup as well
const launch = browserLaunch()
const base = process.env.BASE_PATH ?? '/'
const baseURL = `http://127.0.0.1:${port}${base}`

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/whole-run-proxy.ts',
  fullyParallel: true,
  workers: 2,
  // A second try tells a race from a fault. What passes only then is listed as flaky at the end of a run, and is a test to repair.
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    launchOptions: { ...launch, args: [...launch.args, ...proxyArguments(proxyPort)] },
    serviceWorkers: 'block', // offline.spec.ts lets them in: elsewhere each test would fetch the whole site once more
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure', // a trace makes a run three times as long: `npm run e2e -- --trace on` when it is wanted
  },
  projects: [
    { name: 'desktop', testIgnore: 'phone.spec.ts', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testMatch: ['phone.spec.ts', 'glossary.spec.ts'],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false, // a server left over from another run would serve another build
    timeout: 60_000,
  },
})
