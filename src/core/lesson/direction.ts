/** Scripts that run from right to left (Unicode's bidirectional classes R and AL), as ISO 15924 codes. */
const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand', 'Aran'])

/** The direction of a language's usual script, or of the script that its BCP 47 tag names; `ltr` for a tag that is not one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
