import { LOOKS } from '#core/settings/look.ts'
import { SETTINGS_KEY } from '#storage/local/settings.ts'
import { awaitWords, type LanguageWish } from './early-language.ts'

/** Tells the style sheet what was chosen, by an attribute of the root for each choice. What is not allowed is left to the usual. */
export function showLook(root: HTMLElement, settings: object): void {
  const chosen = new Map<string, unknown>(Object.entries(settings))
  for (const [name, values] of Object.entries(LOOKS)) {
    const value = values.find((allowed) => allowed === chosen.get(name))
    if (value === undefined) delete root.dataset[name]
    else root.dataset[name] = String(value)
  }
}

/**
 * Shows the stored settings before the first paint; inlined in the head of every page, so it is kept small and never throws. A page
 * whose words are not in the reader's language says so: see `early-language.ts`.
 */
export function showStoredSettings(
  root: HTMLElement,
  storage: () => Pick<Storage, 'getItem'>,
  languages: Omit<LanguageWish, 'choice'>,
): void {
  const stored = storedSettings(storage)
  if (stored !== null) showLook(root, stored)
  awaitWords(root, { choice: stored && 'language' in stored ? stored.language : null, ...languages })
}

function storedSettings(storage: () => Pick<Storage, 'getItem'>): object | null {
  try {
    const stored: unknown = JSON.parse(storage().getItem(SETTINGS_KEY) ?? '')
    return typeof stored === 'object' ? stored : null
  } catch {
    return null // refused, empty or damaged: the page stands as it was built
  }
}
