import type { DayOf } from './day.ts'

/** Time as an argument. `nowMs` labels (wall clock, may jump); `elapsedMs` measures (monotonic since the page opened). */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMs(): number
  /** Milliseconds since an arbitrary start; never goes back. */
  elapsedMs(): number
  /** The calendar day of a moment where the reader is. */
  readonly dayOf: DayOf
}
