import { createI18n } from 'vue-i18n'
import english from './locales/en/app.json'

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
