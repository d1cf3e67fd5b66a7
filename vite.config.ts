import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { lessons } from './src/node/vite-plugin-lessons.ts'
import { prerender } from './src/node/vite-plugin-prerender.ts'

/** `BASE_PATH=/proofline/ npm run build` makes a site that lives below a folder. */
export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [vue(), lessons({ dir: 'questions' }), prerender({ entry: 'src/app/server.ts' })],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { target: 'es2022', cssMinify: true, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
})
