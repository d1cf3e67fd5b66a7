import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { knownWords } from './src/node/vite-plugin-known-words.ts'
import { words } from './src/node/vite-plugin-words.ts'
import { world } from './src/node/vite-plugin-world.ts'
import { browserLaunch } from './scripts/browser-launch.mjs'

/** Rooms whose tests need a document, though no real browser. */
const DOM_ROOMS = ['stores', 'components', 'ui', 'pages', 'i18n', 'app'].map(
  (room) => `src/${room}/**/*.spec.ts`,
)
const IN_A_BROWSER = '**/*.browser.spec.ts'
const JOURNEYS = 'tests/e2e/**'

/** Stands apart from vite.config.ts: a component under test must not depend on the lessons that happen to lie in questions/. */
export default defineConfig({
  plugins: [vue(), words({ dir: 'src/i18n/locales' }), world(), knownWords()],
  test: {
    passWithNoTests: false,
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 20_000, // a loaded machine is no failure
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          // All that no other project claims, so that no test can be forgotten.
          name: 'node',
          environment: 'node',
          include: ['{src,tests,scripts}/**/*.spec.ts'],
          exclude: [...DOM_ROOMS, IN_A_BROWSER, JOURNEYS],
        },
      },
      {
        extends: true,
        test: { name: 'jsdom', environment: 'jsdom', include: DOM_ROOMS, exclude: [IN_A_BROWSER] },
      },
      {
        extends: true,
        // Known beforehand: a package found in the middle of a run would reload the page under the tests.
        optimizeDeps: {
          include: [
            '@lucide/vue',
            '@messageformat/runtime',
            'axe-core',
            'd3-geo',
            'fast-check',
            'fastest-levenshtein',
            'pinia',
            'valibot',
            'vitest-browser-vue',
            'vue',
            'vue-router',
          ],
        },
        test: {
          name: 'browser',
          include: [`{src,tests}/${IN_A_BROWSER}`],
          exclude: [JOURNEYS],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
