/** What a page asks its worker. `check`: is everything kept, after another try to fetch what is not? `take-over`: the reader agreed. */
export type PageMessage = { readonly kind: 'check' } | { readonly kind: 'take-over' }

/** The worker's answer to `check`. */
export interface CheckAnswer {
  /** Files of the site that are not on the device. */
  readonly missing: number
}

/** The worker asks a page for the file that names the build that the page belongs to; the answer is the address. */
export const WHICH_BUILD = 'which-build'

/** A message that is none of ours is null. */
export function pageMessage(data: unknown): PageMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  return data.kind === 'check' || data.kind === 'take-over' ? { kind: data.kind } : null
}
