import type { StoredAttempt } from '#core/progress/archive.ts'

/** As much of an attempt as its place among others depends on. */
export interface Touched {
  /** Counts the writes of a device: the higher, the later. */
  readonly touched: number
  /** Wall clock of the last write. */
  readonly updatedAtMs: number
}

/** When an attempt of a backup was touched last. */
export const timeOf = ({ events, summary }: StoredAttempt): Pick<Touched, 'updatedAtMs'> => ({
  updatedAtMs: summary?.updatedAtMs ?? events.at(-1)?.atMs ?? 0,
})

/**
 * The touches of attempts that come without one, from a backup or worked out anew; given in the order in which they were touched
 * elsewhere, where the count was another. Clocks are all that two devices share: each comes behind what was touched here before its time,
 * so that nothing that is brought back stands before what was done later.
 */
export function touchesAmong(
  here: readonly Touched[],
  coming: readonly Pick<Touched, 'updatedAtMs'>[],
): readonly number[] {
  const touchBefore = lastTouchBefore(here)
  const behind = coming.map(({ updatedAtMs }) => touchBefore(updatedAtMs))
  const room = new Map<number, number>()
  for (const last of behind) room.set(last, (room.get(last) ?? 0) + 1)
  const touches = here.map(({ touched }) => touched).sort((one, other) => one - other)
  const placed = new Map<number, number>()
  return behind.map((last) => {
    const number = (placed.get(last) ?? 0) + 1
    placed.set(last, number)
    const next = touches[countUntil(touches, (touched) => touched > last)]
    if (next === undefined) return last + number
    return last + ((next - last) * number) / ((room.get(last) ?? 0) + 1)
  })
}

/** Gives the highest touch of a time, of all that was touched here until then; 0 before everything. */
function lastTouchBefore(here: readonly Touched[]): (timeMs: number) => number {
  const inTime = [...here].sort((one, other) => one.updatedAtMs - other.updatedAtMs)
  let highest = 0
  const touches = inTime.map(({ touched }) => (highest = Math.max(highest, touched)))
  return (timeMs) => touches[countUntil(inTime, ({ updatedAtMs }) => updatedAtMs > timeMs) - 1] ?? 0
}

/** How many stand before the first that is beyond, where all that follow it are beyond too; looks at a handful of them. */
function countUntil<Item>(items: readonly Item[], isBeyond: (item: Item) => boolean): number {
  let [least, most] = [0, items.length]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    const item = items[middle]
    if (item === undefined || isBeyond(item)) most = middle
    else least = middle + 1
  }
  return least
}
