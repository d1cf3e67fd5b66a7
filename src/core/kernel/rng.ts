/** A source of random numbers in [0, 1), passed in so that tests and sittings can repeat it. */
export type Rng = () => number

/** A repeatable generator from a 32-bit seed (mulberry32, public domain, T. Ettinger). */
export function seededRng(seed: number): Rng {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A mixed copy (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(rng() * (last + 1))
    const held = copy[last] as T // both indexes lie inside the array
    copy[last] = copy[other] as T
    copy[other] = held
  }
  return copy
}
