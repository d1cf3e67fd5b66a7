import { inject, shallowRef, type InjectionKey, type Ref } from 'vue'
import { directionOf } from '#core/lesson/direction.ts'
import type { InterfaceLanguage } from '#i18n/languages.ts'
import type { WordTable, Words } from '#i18n/words.ts'
import { loadOptional } from '#ui/unasked.ts'

/** Shows the interface in another language: its words, and the document's own language and direction, all at once. */
export interface InterfaceLanguageSwitch {
  /** The language whose words could not be fetched; the one before stays. */
  readonly failed: Readonly<Ref<InterfaceLanguage | null>>
  /** Fetches the words and shows them. The last call wins, however long the others take. */
  readonly show: (language: InterfaceLanguage) => Promise<void>
  /** Shows words that have been fetched already, in this very task. */
  readonly take: (language: InterfaceLanguage, table: WordTable) => void
}

export const LANGUAGE_SWITCH: InjectionKey<InterfaceLanguageSwitch> = Symbol('language switch')

export function createLanguageSwitch(words: Words): InterfaceLanguageSwitch {
  const failed = shallowRef<InterfaceLanguage | null>(null)
  let wanted = words.locale.value

  function take(language: InterfaceLanguage, table: WordTable): void {
    wanted = language.tag
    failed.value = null
    words.use(language.tag, table)
    matchDocument(words.locale.value)
  }

  async function show(language: InterfaceLanguage): Promise<void> {
    wanted = language.tag
    failed.value = null
    if (language.tag === words.locale.value) return matchDocument(language.tag)
    try {
      const table = await loadOptional(() => language.load())
      if (wanted === language.tag) take(language, table)
    } catch (error) {
      console.warn(error)
      if (wanted !== language.tag) return
      failed.value = language
      matchDocument(words.locale.value)
    }
  }

  return { failed, show, take }
}

/** Called inside a component's set-up. */
export function useLanguageSwitch(): InterfaceLanguageSwitch {
  const languageSwitch = inject(LANGUAGE_SWITCH)
  if (languageSwitch === undefined) throw new Error('Expected the app to provide LANGUAGE_SWITCH')
  return languageSwitch
}

/** The document says what its words are; what the page's first script had hidden until then is shown. */
function matchDocument(tag: string): void {
  const root = document.documentElement
  root.lang = tag
  root.dir = directionOf(tag)
  showWords()
}

/** Ends the wait for the words that the page's first script began; `words-pending.css` ends it too, by the clock. */
export function showWords(): void {
  delete document.documentElement.dataset.words
}
