import type { Day } from '#core/kernel/day.ts'

const MS_PER_DAY = 86_400_000

/** The day of a moment by the calendar of this device, with whatever its time zone did in that year. */
export function localDay(atMs: number): Day {
  const at = new Date(atMs)
  return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / MS_PER_DAY)
}
