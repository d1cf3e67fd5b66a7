/**
 * The neutral shapes that exchange formats speak, so that N types and M formats need N + M mappings.
 * They follow QTI 3.0's interactions: choice, order, match, gap-match / text-entry, hottext.
 */
export type NeutralShape =
  | {
      readonly kind: 'choice'
      readonly cardinality: 'single' | 'multiple'
      readonly options: readonly NeutralOption[]
    }
  | { readonly kind: 'order'; readonly items: readonly string[] }
  /** `right` holds every right-hand text once; `pairs` are indexes into both lists, one a left. */
  | {
      readonly kind: 'match'
      readonly left: readonly string[]
      readonly right: readonly string[]
      readonly pairs: readonly (readonly [left: number, right: number])[]
    }
  /** `bank` holds the first accepted word of each gap in the order of the gaps, then the distractors: who shows it mixes it. */
  | {
      readonly kind: 'gap'
      readonly segments: readonly (string | { readonly accepted: readonly string[] })[]
      readonly bank?: readonly string[]
    }
  | { readonly kind: 'text'; readonly accepted: readonly string[]; readonly as: 'text' | 'date' }
  | { readonly kind: 'number'; readonly value: number; readonly tolerance: number; readonly unit?: string }
  /** A longer text that a person marks by a rubric. */
  | {
      readonly kind: 'extended-text'
      readonly model: string
      readonly rubric: readonly { readonly text: string; readonly points: number }[]
      readonly words?: { readonly min: number; readonly max: number }
    }
  /** Sentences to tap; the right ones are the question's evidence. With `choice`, both parts count. */
  | {
      readonly kind: 'hottext'
      readonly scope: 'section' | 'article'
      readonly choice?: readonly NeutralOption[]
    }

export interface NeutralOption {
  readonly text: string
  readonly isKey: boolean
  readonly feedback?: string
}

/** A part of a question that the other side cannot say; `code` has its words in the locales. */
export interface Loss {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}
