/** A paragraph or a sentence as it is compared: how much each of its words says, by the word. */
export interface Unit {
  readonly weights: ReadonlyMap<string, number>
}

/** A unit of one text and a unit of the other that are known to say the same, by their places in the two lists. */
export interface UnitLink {
  readonly from: number
  readonly to: number
}

/** Neighbours of one text that say what neighbours of the other say; one of the two lists may be empty. */
export interface UnitGroup {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** More neighbours than this are never taken together. */
const MOST_TOGETHER = 5
/** What a link is worth: more than all words of the units that could be won by breaking it. */
const LINK = 20
/** What each unit beyond the first costs a group, so that neighbours stay apart unless that loses words. */
const TOGETHER = 0.22
/** What a group costs that takes several units of both texts together. */
const CROSSED = 0.5
/** What standing at the same part of both texts is worth. */
const ORDER = 0.3
/** Two texts of more pairs than this are matched by their order alone, so that no file can hold the page up. */
const MOST_PAIRS = 40_000

/**
 * Parts two texts, in order and without crossing, into groups that say the same: the parting whose groups share most words and break no
 * link (dynamic programming over all pairs of prefixes). What shares nothing with the other text stands in a group alone.
 */
export function alignUnits(
  from: readonly Unit[],
  to: readonly Unit[],
  links: readonly UnitLink[],
): UnitGroup[] {
  if (from.length * to.length > MOST_PAIRS) return byOrder(from.length, to.length)
  const scoreOf = groupScore(from, to, links)
  const width = to.length + 1
  const best = new Float64Array((from.length + 1) * width)
  const steps: (readonly [number, number])[] = []
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j <= to.length; j++) {
      if (i + j === 0) continue
      let top = Number.NEGATIVE_INFINITY
      for (const step of stepsTo(i, j)) {
        const score = (best[(i - step[0]) * width + j - step[1]] ?? 0) + scoreOf(i, j, step)
        if (score <= top + 1e-9) continue
        top = score
        steps[i * width + j] = step
      }
      best[i * width + j] = top
    }
  return groupsAlong(steps, from.length, to.length)
}

/** The sizes of the last group of two prefixes: first one of each, then larger ones, then units alone. */
function* stepsTo(i: number, j: number): Generator<readonly [number, number]> {
  for (let size = 2; size <= 2 * MOST_TOGETHER; size++)
    for (let a = Math.max(1, size - MOST_TOGETHER); a < size && a <= MOST_TOGETHER; a++)
      if (a <= i && size - a <= j) yield [a, size - a]
  if (i > 0) yield [1, 0]
  if (j > 0) yield [0, 1]
}

function groupsAlong(
  steps: readonly (readonly [number, number])[],
  fromLength: number,
  toLength: number,
): UnitGroup[] {
  const groups: UnitGroup[] = []
  for (let [i, j] = [fromLength, toLength]; i + j > 0;) {
    const [a, b] = steps[i * (toLength + 1) + j] ?? [i, j]
    groups.push({ from: range(i - a, i), to: range(j - b, j) })
    i -= a
    j -= b
  }
  return groups.reverse()
}

/** The worth of a group that ends before `i` and `j`. */
function groupScore(from: readonly Unit[], to: readonly Unit[], links: readonly UnitLink[]) {
  return (i: number, j: number, [a, b]: readonly [number, number]): number => {
    if (a === 0 || b === 0) return 0
    const ours = from.slice(i - a, i)
    const theirs = to.slice(j - b, j)
    const linked = links.filter(
      (link) => link.from >= i - a && link.from < i && link.to >= j - b && link.to < j,
    )
    const apart = Math.abs((i - a / 2) / from.length - (j - b / 2) / to.length)
    return (
      LINK * linked.length +
      coverage(ours, theirs) +
      coverage(theirs, ours) +
      ORDER * (1 - apart) -
      TOGETHER * (a + b - 2) -
      CROSSED * (Math.min(a, b) - 1)
    )
  }
}

/** For each unit the share of its words that the others have, summed. */
function coverage(units: readonly Unit[], others: readonly Unit[]): number {
  let sum = 0
  for (const { weights } of units) {
    let [all, shared] = [0, 0]
    for (const [word, weight] of weights) {
      all += weight
      if (others.some((other) => other.weights.has(word))) shared += weight
    }
    if (all > 0) sum += shared / all
  }
  return sum
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index)

/** Each unit with the one at the same share of the other text. */
function byOrder(fromLength: number, toLength: number): UnitGroup[] {
  const count = Math.min(fromLength, toLength)
  const part = (length: number, index: number): number[] =>
    range(Math.floor((length * index) / count), Math.floor((length * (index + 1)) / count))
  return range(0, count).map((index) => ({ from: part(fromLength, index), to: part(toLength, index) }))
}
