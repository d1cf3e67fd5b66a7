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
  const behind = coming.map(({ updatedAtMs }) =>
    here.reduce((last, one) => (one.updatedAtMs <= updatedAtMs ? Math.max(last, one.touched) : last), 0),
  )
  const room = new Map<number, number>()
  for (const last of behind) room.set(last, (room.get(last) ?? 0) + 1)
  const placed = new Map<number, number>()
  return behind.map((last) => {
    const number = (placed.get(last) ?? 0) + 1
    placed.set(last, number)
    const next = here.reduce(
      (least, { touched }) => (touched > last ? Math.min(least, touched) : least),
      Infinity,
    )
    if (next === Infinity) return last + number
    return last + ((next - last) * number) / ((room.get(last) ?? 0) + 1)
  })
}
