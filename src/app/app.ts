import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import type { RouterHistory } from 'vue-router'
import { createWords } from '#i18n/words.ts'
import { SERVICES, type Services } from '#stores/services.ts'
import AppShell from './AppShell.vue'
import { createLanguageSwitch, LANGUAGE_SWITCH } from './interface-language.ts'
import { createPages } from './router.ts'

/** One app: for the browser, and a new one for each page that is rendered at build time. */
export function createProofline(history: RouterHistory, services: Services) {
  const app = createSSRApp(AppShell)
  const router = createPages(history)
  const words = createWords()
  const languageSwitch = createLanguageSwitch(words)
  app.provide(SERVICES, services).provide(LANGUAGE_SWITCH, languageSwitch)
  app.use(createPinia()).use(words).use(router)
  return { app, router, words, languageSwitch }
}
