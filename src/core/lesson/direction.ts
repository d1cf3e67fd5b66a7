/** Scripts that run from right to left (Unicode's bidirectional classes R and AL), as ISO 15924 codes. */
const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand', 'Aran'])

/**
 * Written languages whose usual script is one of those (CLDR's likely subtags). A table, since to ask `Intl.Locale` for the first time
 * costs a slow phone a tenth of a second, before the first paint.
 */
const RTL_LANGUAGES = new Set(
  'ar arc ary arz azb bal bqi ckb dv fa glk he iw kas khw ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi'.split(
    ' ',
  ),
)

/** The direction of a language's usual script, or of the script that its BCP 47 tag names; `ltr` for a tag that is not one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.split('-')
  const script = subtags.find((subtag) => /^[A-Za-z]{4}$/.test(subtag))
  if (script !== undefined) return RTL_SCRIPTS.has(titleCase(script)) ? 'rtl' : 'ltr'
  return RTL_LANGUAGES.has(primary.toLowerCase()) ? 'rtl' : 'ltr'
}

const titleCase = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

/** The attributes of an element whose text is in `language` (BCP 47), apart from those of what stands around it; none where it is unknown. */
export const textIn = (language: string | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  language === undefined ? {} : { lang: language, dir: directionOf(language) }
