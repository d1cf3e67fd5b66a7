/**
 * What a question puts before its reader beside its stem, in the order of the screen. Made for what is read aloud: it holds what the
 * player shows to everybody, and nothing that only the grader may see.
 */
export type Offer =
  /** What answers are taken from. */
  | { readonly kind: 'options'; readonly items: readonly string[] }
  /** What is ordered, paired or sorted. */
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** A text with gaps, numbered from 1. */
  | { readonly kind: 'passage'; readonly segments: readonly (string | { readonly gap: number })[] }

const textsOf = (things: readonly { readonly text: string }[]): string[] => things.map(({ text }) => text)

/** What answers are taken from, as it is read aloud. */
export const offeredOptions = (options: readonly { readonly text: string }[]): Offer => ({
  kind: 'options',
  items: textsOf(options),
})

/** What is ordered, paired or sorted, likewise. */
export const offeredItems = (items: readonly { readonly text: string }[]): Offer => ({
  kind: 'items',
  items: textsOf(items),
})
