import { inject, shallowRef, type App, type InjectionKey, type Ref } from 'vue'
import english from 'virtual:words/en'

export type WordParams = Readonly<Record<string, string | number>>
/** The messages of one language by dotted key, as the build has compiled them. */
export type WordTable = Readonly<Record<string, string | ((params: WordParams) => string)>>

export interface Words {
  /** The message of a dotted key. English stands in for what a language lacks; a key that nobody has is shown as it is. */
  readonly t: (key: string, params?: WordParams) => string
  /** The BCP 47 tag of the language that is shown. */
  readonly locale: Readonly<Ref<string>>
  /** Shows another language. */
  use(locale: string, table: WordTable): void
  install(app: App): void
}

const WORDS: InjectionKey<Words> = Symbol('words')

/** The words of one app; made anew for each prerendered page and each test. `onMissing` hears of every key without words. */
export function createWords(onMissing: (key: string, locale: string) => void = warnOnce()): Words {
  const shown = shallowRef<{ readonly locale: string; readonly table: WordTable }>({
    locale: 'en',
    table: english,
  })
  const locale = shallowRef('en')
  const words: Words = {
    locale,
    t(key, params = {}) {
      const message = shown.value.table[key] ?? missing(key)
      return typeof message === 'string' ? message : message(params)
    },
    use(tag, table) {
      shown.value = { locale: tag, table }
      locale.value = tag
    },
    install(app) {
      app.provide(WORDS, words)
    },
  }
  function missing(key: string): WordTable[string] {
    onMissing(key, shown.value.locale)
    return english[key] ?? key
  }
  return words
}

/** Called inside a component's set-up. */
export function useWords(): Words {
  const words = inject(WORDS)
  if (words === undefined)
    throw new Error('Expected the app to install createWords() before a component asks')
  return words
}

/** Says each missing key once: a list of a hundred rows is one fault. */
function warnOnce(): (key: string, locale: string) => void {
  const said = new Set<string>()
  return (key, locale) => {
    if (said.has(`${locale} ${key}`)) return
    said.add(`${locale} ${key}`)
    console.warn(`No words for "${key}" in locales/${locale}/app.json`)
  }
}
