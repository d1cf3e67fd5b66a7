import { hash32 } from '#core/kernel/hash.ts'
import { seededRng, shuffled, type Rng } from '#core/kernel/rng.ts'

/** A mixed copy that never keeps the given order, where the items are not all the same. */
export function mixed<T>(items: readonly T[], rng: Rng): T[] {
  const copy = shuffled(items, rng)
  if (copy.some((item, index) => item !== items[index])) return copy
  return [...copy.slice(1), ...copy.slice(0, 1)]
}

/** `mixed`, always the same way for the same words: what a reader sees does not jump between visits, and stays pure. */
export function mixedByText<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return mixed(items, seededRng(hash32(items.map(textOf).join('\n'))))
}
