import { dayAtOffset, type Day } from '#core/kernel/day.ts'

const dayInUtc = dayAtOffset(0)

/** The day of a moment by the calendar of this device, with whatever its time zone did in that year. */
export function localDay(atMs: number): Day {
  const at = new Date(atMs)
  return dayInUtc(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()))
}
