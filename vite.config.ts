import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { earlyScript } from './src/node/vite-plugin-early-script.ts'
import { headers } from './src/node/vite-plugin-headers.ts'
import { withoutDocument } from './src/node/vite-plugin-without-document.ts'
import { words } from './src/node/vite-plugin-words.ts'
import { knownWords } from './src/node/vite-plugin-known-words.ts'
import { lessons } from './src/node/vite-plugin-lessons.ts'
import { offline } from './src/node/vite-plugin-offline.ts'
import { prerender } from './src/node/vite-plugin-prerender.ts'
import { secondTries } from './src/node/vite-plugin-second-tries.ts'
import { world } from './src/node/vite-plugin-world.ts'

/**
 * Few files before the first answer: what every page needs, packages apart from ours; what a lesson's page needs besides. All else stays
 * where it is asked for.
 */
const FIRST_CHUNKS = [
  {
    name: 'framework',
    test: /node_modules[\\/](?:@?vue|pinia|valibot)[\\/-]|rolldown[\\/]runtime/,
    priority: 4,
  },
  { name: 'app', tags: ['$initial' as const], priority: 3, includeDependenciesRecursively: false },
  { name: 'reader', test: /src[\\/]pages[\\/]read[\\/]reader-part\.ts$/, priority: 1 },
]

/** `BASE_PATH=/proofline/ npm run build` makes a site that lives below a folder. */
export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [
    vue(),
    words({ dir: 'src/i18n/locales' }),
    lessons({ dir: process.env.LESSONS_DIR ?? 'questions' }),
    world(),
    secondTries(),
    knownWords(),
    earlyScript({ entry: 'src/app/early-script.ts', locales: 'src/i18n/locales' }),
    headers(), // asked before the pages in a preview; in a build it runs after them
    prerender({ entry: 'src/app/server.ts' }),
    offline({ entry: 'src/worker/offline-worker.ts' }),
  ],
  worker: { format: 'es', plugins: () => [withoutDocument()] },
  define: {
    __VUE_OPTIONS_API__: false,
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: FIRST_CHUNKS },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
})
