/**
 * Everything that can be chosen about how the text looks: the values that are allowed, in the order in which they are offered.
 * Each name is also the name of an attribute of the page's root (`lineFocus`: `data-line-focus`), by which the style sheet knows it.
 */
export const LOOKS = {
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  /** Shares of the reader's own text size. */
  textScale: [0.9, 1, 1.15, 1.3, 1.5],
  face: ['serif', 'hyperlegible', 'sans'],
  /** Between the lines. */
  line: ['close', 'normal', 'open'],
  /** Between letters and between words; `wider` is what WCAG 1.4.12 asks a page to bear. */
  spacing: ['normal', 'wide', 'wider'],
  /** Length of the line. */
  measure: ['narrow', 'normal', 'wide'],
  /** A band of lines stays clear, the rest of the text is dimmed. */
  lineFocus: [false, true],
  motion: ['system', 'reduced'],
} as const

export type Look = { -readonly [Name in keyof typeof LOOKS]: (typeof LOOKS)[Name][number] }

/** What a first visitor sees; the style sheet gives the same to a page without attributes. */
export const DEFAULT_LOOK: Readonly<Look> = {
  theme: 'system',
  textScale: 1,
  face: 'serif',
  line: 'normal',
  spacing: 'normal',
  measure: 'normal',
  lineFocus: false,
  motion: 'system',
}
