/** What a printed page is made of, whatever the question's type. Words that are not the lesson's own are message keys. */
export type PrintBlock =
  | { readonly kind: 'instruction'; readonly messageKey: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Options to tick: `circle` for one, `box` for every one that applies. */
  | { readonly kind: 'options'; readonly marker: 'circle' | 'box'; readonly items: readonly string[] }
  /** The same where the type itself words the options. */
  | { readonly kind: 'worded-options'; readonly marker: 'circle'; readonly messageKeys: readonly string[] }
  /** Ruled lines to write on. */
  | { readonly kind: 'lines'; readonly count: number; readonly unit?: string }
  | { readonly kind: 'passage'; readonly segments: readonly (string | { readonly gap: number })[] }
  | { readonly kind: 'bank'; readonly words: readonly string[] }
  /** Two columns to connect, or items with a box for a number or letter before each. */
  | { readonly kind: 'columns'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'numbered-boxes'; readonly items: readonly string[] }
  /** A table to tick whose columns the type itself words; with `blankMessageKey` one column more, to write in. */
  | {
      readonly kind: 'worded-grid'
      readonly messageKeys: readonly string[]
      readonly rows: readonly string[]
      readonly blankMessageKey?: string
    }
  /** A table to tick: one row a card, one column a category. */
  | { readonly kind: 'grid'; readonly columns: readonly string[]; readonly rows: readonly string[] }
