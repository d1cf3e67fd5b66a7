import { plainCharacters } from './fold-answer.ts'

const decimalMarks = new Map<string, '.' | ','>()

/** The mark before decimals in `language`. Asked with Latin digits: other digits are made Latin before. */
function decimalMarkOf(language: string): '.' | ',' {
  const known = decimalMarks.get(language)
  if (known) return known
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5)
  const mark = parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.'
  decimalMarks.set(language, mark)
  return mark
}

/** Reads digits with one decimal mark; the other mark, spaces and apostrophes may group thousands (or lakhs: 1,00,000). */
function readDigits(digits: string, decimalMark: '.' | ','): number | null {
  const [whole = '', fraction = '', ...rest] = digits.split(decimalMark)
  const grouped = whole.replace(/[.,'\s]/g, '_')
  const isWhole = /^\d*$/.test(grouped) || /^\d{1,3}(?:_\d{2,3})*_\d{3}$/.test(grouped)
  if (rest.length > 0 || !isWhole || !/^\d*$/.test(fraction) || whole + fraction === '') return null
  return Number(`${grouped.replace(/_/g, '') || '0'}.${fraction || '0'}`)
}

/** The text without the unit, before it or behind it. */
function withoutUnit(text: string, unit: string): string {
  if (unit !== '' && text.endsWith(unit)) return text.slice(0, -unit.length)
  if (unit !== '' && text.startsWith(unit)) return text.slice(unit.length)
  return text
}

/**
 * The number that a reader typed, or null when the text is not one number.
 *
 * - Digits of any script and width; a sign; the `unit` before or behind, in any case.
 * - The decimal mark is the one of `language` (BCP 47); the other of point and comma, spaces and apostrophes group thousands. So
 *   "8.000" is eight thousand in German and eight in English.
 * - A mark that cannot group, because other than three digits follow, is a decimal mark in every language: "3,5" and "3.5" are the same.
 * - Words are not read: "8 thousand" and an unknown unit give null, so that nobody is marked wrong for how a number was written.
 */
export function parseNumber(
  text: string,
  language: string,
  options: { readonly unit?: string | undefined } = {},
): number | null {
  const plain = plainCharacters(text)
    .toLowerCase()
    .replace(/[.\s]+$/, '')
  const unit = plainCharacters(options.unit ?? '').toLowerCase()
  const match = /^([+-]?)\s*([.,\u066b]?\d[\d.,'\s\u066b\u066c\u060c]*)$/.exec(
    withoutUnit(plain, unit).trim(),
  )
  if (!match) return null
  const decimalMark = decimalMarkOf(language)
  const otherMark = decimalMark === '.' ? ',' : '.'
  // Arabic script has marks of its own, which mean one thing only.
  const digits = (match[2] ?? '').replace(/\u066b/g, decimalMark).replace(/[\u066c\u060c]/g, otherMark)
  const value = readDigits(digits, decimalMark) ?? readDigits(digits, otherMark)
  if (value === null) return null
  return match[1] === '-' && value !== 0 ? -value : value
}

/** The number as a reader of `language` writes it, in the digits 0 to 9; `parseNumber` reads it back. */
export function writeNumber(value: number, language: string): string {
  return value.toLocaleString(language, { numberingSystem: 'latn', maximumFractionDigits: 20 })
}
