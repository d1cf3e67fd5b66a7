import { baseLanguage } from '#core/lesson/words.ts'
import type { Voice } from './speech.ts'

/** Android writes `en_US`. */
const tagOf = (voice: Voice): string => voice.language.replaceAll('_', '-').toLowerCase()

/**
 * The voices that speak a language (a BCP 47 tag), best first: those of the device before those of the net, then those of the same
 * region, then the system's choice, then by name.
 */
export function voicesFor(voices: readonly Voice[], language: string): readonly Voice[] {
  const wanted = language.toLowerCase()
  const rank = (voice: Voice): number =>
    (voice.isLocal ? 0 : 4) + (tagOf(voice) === wanted ? 0 : 2) + (voice.isDefault ? 0 : 1)
  return voices
    .filter((voice) => baseLanguage(tagOf(voice)) === baseLanguage(language))
    .filter((voice, index, all) => all.findIndex(({ id }) => id === voice.id) === index)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** The reader's voice where it is still there, else the best; null when there is none. */
export const chooseVoice = (sorted: readonly Voice[], wanted: string | undefined): Voice | null =>
  sorted.find(({ id }) => id === wanted) ?? sorted[0] ?? null
