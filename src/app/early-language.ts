import { matchLanguage } from '#i18n/match-language.ts'

/** The reader's wish for the language of the interface, and what there is. */
export interface LanguageWish {
  /** From the settings: `system` or a tag. */
  readonly choice: unknown
  /** As `navigator.languages`. */
  readonly preferred: readonly string[]
  readonly tags: readonly string[]
  /** Those of `tags` that run from right to left. */
  readonly rightToLeft: readonly string[]
}

/**
 * Says before the first paint that the page's words are not those that the reader wants: they are hidden (`words-pending.css`) until the
 * app shows the others. Language and direction are told at once, so that nothing is laid out twice.
 */
export function awaitWords(root: HTMLElement, { choice, preferred, tags, rightToLeft }: LanguageWish): void {
  const language = matchLanguage(typeof choice === 'string' ? choice : 'system', preferred, tags)
  if (language === undefined || language === root.lang) return
  root.dataset.words = 'pending'
  root.lang = language
  root.dir = rightToLeft.includes(language) ? 'rtl' : 'ltr'
}
