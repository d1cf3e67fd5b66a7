import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { words } from './src/node/vite-plugin-words.ts'
import { lessons } from './src/node/vite-plugin-lessons.ts'
import { prerender } from './src/node/vite-plugin-prerender.ts'

/**
 * Few files before the first answer: the framework, the app with the two pages that everybody opens, the lesson.
 * Apart stay what few readers reach: the other pages, the rarer question types, storage (fetched after the first paint).
 */
const CHUNKS = [
  { name: 'framework', test: /node_modules[\\/](?!idb[\\/])/, priority: 2 },
  {
    name: 'app',
    test: /src[\\/](app|core|stores|ui|components|i18n|pages[\\/](library|read)|interactions[\\/]([^\\/]+$|[^\\/]+[\\/]logic|(single|multiple|true-false-not-stated)[\\/]))/,
    priority: 1,
  },
]

/** `BASE_PATH=/proofline/ npm run build` makes a site that lives below a folder. */
export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [
    vue(),
    words({ dir: 'src/i18n/locales' }),
    lessons({ dir: 'questions' }),
    prerender({ entry: 'src/app/server.ts' }),
  ],
  define: {
    __VUE_OPTIONS_API__: false,
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: CHUNKS },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
})
