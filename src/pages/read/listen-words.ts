import { baseLanguage } from '#core/lesson/words.ts'
import type { ListenWords } from '#core/listening/plan.ts'
import type { Words } from '#i18n/words.ts'

/** What is said between the lesson's own words; null where the interface speaks another language than the lesson. */
export function listenWords({ t, locale }: Words, language: string): ListenWords | null {
  if (baseLanguage(locale.value) !== baseLanguage(language)) return null
  return {
    question: (number) => t('listen.questionNumber', { number }),
    instruction: (type) => t(`interactions.${type}.instruction`),
    option: (letter, text) => t('listen.option', { letter, text }),
    gap: (number) => t('interactions.gap.gap', { number }),
  }
}
