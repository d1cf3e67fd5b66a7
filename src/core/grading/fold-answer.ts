import { normaliseText } from '#core/kernel/hash.ts'

/** The digit's value. Decimal digits of every script stand in runs of ten (Unicode, general category Nd). */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0 // called with one character
  let zero = codePoint
  while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return codePoint - zero
}

/**
 * One spelling for characters that only look different: full width and other compatibility forms (NFKC), typographic quotes, dashes
 * and minus, digits of every script, white space. Characters that are not seen (soft hyphens, direction marks) are taken out.
 */
export const plainCharacters = (text: string): string =>
  normaliseText(text.replace(/\p{Cf}/gu, ''))
    .replace(/[\u2212\u2043]/g, '-')
    .replace(/[\u02bc\u2032`´]/g, "'")
    .replace(/[«»„‹›]/g, '"')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))

/** Letters that carry a mark but have no decomposition. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ς: 'σ',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Arabic and Persian letters that are typed one for the other. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' }

/** Without what Arabic leaves out as it likes: vowel marks, the stretched line (tatweel), hamza and madda of alef. ؤ and ئ stay letters. */
const withoutArabicMarks = (decomposed: string): string =>
  decomposed
    .replace(/[\u0640\u064b-\u0652\u0656-\u065f\u0670]/gu, '')
    .replace(/ا[\u0653-\u0655]+/gu, 'ا')
    .replace(/[ٱىیةک]/gu, (letter) => ARABIC_LETTERS[letter] ?? letter)

/** Without accents: marks of Latin and Greek letters, stress marks of Cyrillic vowels and the dots of ё. й, ї and ў stay letters. */
const withoutAccents = (text: string): string =>
  withoutArabicMarks(text.normalize('NFD'))
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .replace(/([аеёиоуыэюяєі])[\u0300\u0301]/gu, '$1')
    .replace(/е\u0308/gu, 'е')
    .normalize('NFC')
    .replace(/[ßςıøđðłæœþ]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)

/** Leading articles by primary language; the Arabic one is written together with its word. English and Portuguese "a" before a digit is a name: A 380, A 50. */
const ARTICLES: Readonly<Record<string, RegExp>> = {
  ar: /^ال(?=\p{L}{2})/u,
  de: /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines) /,
  en: /^(?:the|an|a(?! \d)) /,
  es: /^(?:el|la|los|las|un|una|unos|unas) /,
  fr: /^(?:(?:le|la|les|un|une|des) |l')/,
  it: /^(?:(?:il|lo|la|i|gli|le|un|uno|una) |l'|un')/,
  nl: /^(?:de|het|een) /,
  pt: /^(?:o|os|as|um|uma|a(?! \d)) /,
}

/** Punctuation at the ends, but not what belongs to a number or a name: -5, .5, 50%, C#. */
const OUTER_PUNCTUATION = /^(?:(?![-.,]\d|[%#@&])[\s\p{P}])+|(?:(?![%#@&])[\s\p{P}])+$/gu

/** The first part of a BCP 47 tag, in small letters: `pt` of `pt-BR`. */
export const primaryLanguage = (language: string): string =>
  (language.split('-')[0] ?? language).toLowerCase()

function foldOnce(text: string, language: string): string {
  const folded = withoutAccents(plainCharacters(text).toLocaleLowerCase(language))
  const bare = folded.replace(OUTER_PUNCTUATION, '') || folded.trim()
  const article = ARTICLES[primaryLanguage(language)]
  return (article && bare.replace(article, '')) || bare
}

/**
 * What is left of a typed answer when everything is gone that a reader may write either way: width and other compatibility forms, case
 * (by the rules of `language`, a BCP 47 tag), the shape of quotes and dashes, accents of Latin, Greek, Cyrillic and Arabic letters, white space,
 * punctuation at the ends, leading articles. Folding a folded text changes nothing; a text that is all punctuation keeps it.
 */
export function foldAnswer(text: string, language: string): string {
  let folded = text
  // An article may hide behind a quote and a quote behind an article; each round takes something away, few are needed.
  for (let round = 0; round < 20; round++) {
    const next = foldOnce(folded, language)
    if (next === folded) break
    folded = next
  }
  return folded
}
