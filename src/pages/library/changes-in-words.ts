import { isUnchanged, type EditionChanges } from '#core/lesson/edition.ts'
import { formatList } from '#i18n/formats.ts'
import type { Words } from '#i18n/words.ts'

/** What a later edition changes, as one sentence. */
export function changesInWords(
  changes: EditionChanges,
  { t, locale }: { t: Words['t']; locale: string },
): string {
  if (isUnchanged(changes)) return t('own.unchanged')
  const { sections, questions } = changes
  const parts: readonly (readonly [key: string, count: number])[] = [
    ['sectionsChanged', sections.changed.length + sections.added.length + sections.removed.length],
    ['questionsChanged', questions.changed.length],
    ['questionsAdded', questions.added.length],
    ['questionsRemoved', questions.removed.length],
  ]
  const said = parts.filter(([, count]) => count > 0).map(([key, count]) => t(`own.${key}`, { count }))
  return t('own.changes', { list: formatList(said, locale) })
}
