/**
 * A day of the reader's own calendar, counted from 1970-01-01. Days are compared and subtracted as whole numbers, so that neither a change
 * of the clocks in spring nor a flight makes one longer than another.
 */
export type Day = number

/** The calendar day of a moment (milliseconds since 1970-01-01 UTC), where the reader is. */
export type DayOf = (atMs: number) => Day

const MS_PER_DAY = 86_400_000

/** The day of a moment under a fixed offset from UTC, in minutes, east positive. */
export const dayAtOffset =
  (offsetMinutes: number): DayOf =>
  (atMs) =>
    Math.floor((atMs + offsetMinutes * 60_000) / MS_PER_DAY)

/** Midnight UTC of a day, for whoever writes it with `Intl` in the time zone UTC. */
export const dateOfDay = (day: Day): Date => new Date(day * MS_PER_DAY)

/** A day as lessons write it (ISO 8601). */
export const isoOfDay = (day: Day): string => dateOfDay(day).toISOString().slice(0, 10)
