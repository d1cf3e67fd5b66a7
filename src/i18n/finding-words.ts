import { shallowRef, watch } from 'vue'
import { diagnosticMessageKey, type Diagnostic } from '#core/kernel/diagnostic.ts'
import { useWords, type WordTable } from './words.ts'

/** The words for what a check finds in a lesson: many, and wanted by few, so that they travel by themselves. */
const TABLES: Readonly<Record<string, () => Promise<{ readonly default: WordTable }>>> = {
  ar: () => import('virtual:words/ar/diagnostics'),
  en: () => import('virtual:words/en/diagnostics'),
  es: () => import('virtual:words/es/diagnostics'),
  fr: () => import('virtual:words/fr/diagnostics'),
  ko: () => import('virtual:words/ko/diagnostics'),
  ru: () => import('virtual:words/ru/diagnostics'),
}

/** Puts findings into the words of the reader's language; until these are there, and where there are none, the code stands. */
export function useFindingWords(): (found: Diagnostic) => string {
  const { locale } = useWords()
  const table = shallowRef<WordTable>({})
  watch(
    locale,
    async (tag) => {
      const loaded = await (TABLES[tag] ?? TABLES.en)?.()
      if (loaded !== undefined && locale.value === tag) table.value = loaded.default
    },
    { immediate: true },
  )
  return (found) => {
    const message = table.value[diagnosticMessageKey(found)]
    if (message === undefined) return found.code
    return typeof message === 'string' ? message : message(wordedParams(found.params, table.value))
  }
}

/** What kind of thing was found is said in words too. */
function wordedParams(params: Diagnostic['params'], table: WordTable): Diagnostic['params'] {
  const found = table[`found.${params.found}`]
  return typeof found === 'string' ? { ...params, found } : params
}
