import { createI18n } from 'vue-i18n'
import english from './locales/en/app.json'

/** The interface's languages. English is the source; others fall back to it word by word. */
export const LOCALES = ['en'] as const

/** The one i18n instance of an app; made anew for each prerendered page and each test. */
export function createWords() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: english },
    missingWarn: true,
  })
}
