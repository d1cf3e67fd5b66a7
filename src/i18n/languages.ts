import english from 'virtual:words/en'
import { directionOf } from '#core/lesson/direction.ts'
import { matchLanguage } from './match-language.ts'
import type { WordTable } from './words.ts'

/** A language of the interface. */
export interface InterfaceLanguage {
  /** BCP 47 tag, and the name of its folder in `locales/`. */
  readonly tag: string
  /** Its name in the language itself. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** Fetches its words; rejects when they cannot be had. */
  load(): Promise<WordTable>
}

const language = (tag: string, name: string, load: () => Promise<WordTable>): InterfaceLanguage => ({
  tag,
  name,
  direction: directionOf(tag),
  load,
})

/** What an interface falls back to; its first words are always there. */
export const ENGLISH = language('en', 'English', () => Promise.resolve(english))

/** Every language of the interface, one line a language. English comes with the app, the others are fetched when they are wanted. */
export const LANGUAGES: readonly InterfaceLanguage[] = [
  ENGLISH,
  language('es', 'Español', async () => (await import('virtual:words/es')).default),
  language('fr', 'Français', async () => (await import('virtual:words/fr')).default),
  language('ru', 'Русский', async () => (await import('virtual:words/ru')).default),
  language('ko', '한국어', async () => (await import('virtual:words/ko')).default),
  language('ar', 'العربية', async () => (await import('virtual:words/ar')).default),
]

/** The language that the reader chose, or with `system` the device's (`preferred`, as `navigator.languages`); English where there is neither. */
export function languageFor(choice: string, preferred: readonly string[]): InterfaceLanguage {
  const tag = matchLanguage(
    choice,
    preferred,
    LANGUAGES.map((language) => language.tag),
  )
  return LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH
}
