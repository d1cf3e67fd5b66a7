import { MISREADINGS, type Misreading } from '#core/lesson/model.ts'

/** How often each kind of wrong answer was given; most frequent first, none with 0. */
export type MisreadingCounts = readonly { readonly misreading: Misreading; readonly count: number }[]

/** Counts what wrong answers were tempted by; kinds that are equally frequent stand in the order of `MISREADINGS`. */
export const countMisreadings = (tempted: readonly Misreading[]): MisreadingCounts =>
  MISREADINGS.map((misreading) => ({
    misreading,
    count: tempted.filter((one) => one === misreading).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
