import type { SittingPolicy } from '#core/progress/events.ts'

/** A sitting's policy with everything said. */
export type Policy = Readonly<Required<Omit<SittingPolicy, 'timeLimitMs' | 'seed'>>> & {
  /** Null: as long as it takes. */
  readonly timeLimitMs: number | null
  /** Null: nothing is mixed. */
  readonly seed: number | null
}

/** PRODUCT's 1 / 0.5 / 0.25: the first try, after the hint to the paragraph, after the hint to the sentence. */
const USUAL_TRIES: readonly number[] = [1, 0.5, 0.25]

/** Fills in what a stored policy leaves out, as it was meant when it was stored. */
export function fullPolicy(stored: SittingPolicy): Policy {
  return {
    mode: 'guided',
    feedback: 'section',
    text: 'open',
    showsVerdict: true,
    showsEvidence: true,
    showsExplanation: true,
    tries: stored.retries ? USUAL_TRIES : [1],
    certainty: 'off',
    asksForProof: false,
    ...stored,
    timeLimitMs: stored.timeLimitMs ?? null,
    seed: stored.seed ?? null,
  }
}
