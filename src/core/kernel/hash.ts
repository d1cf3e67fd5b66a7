/** FNV-1a over UTF-16 units, 32 bits, unsigned. For ids and seeds, not for security. Source: RFC 9923 constants. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Folds what does not change the meaning of a sentence: compatibility forms, white space, typographic quotes, dashes. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Seven letters and digits that stay the same while the text means the same. */
export function shortHash(text: string): string {
  return hash32(normaliseText(text)).toString(36).padStart(7, '0')
}
