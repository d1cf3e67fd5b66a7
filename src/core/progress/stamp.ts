import type { Clock } from '#core/kernel/clock.ts'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { Happening, ProgressEvent } from './events.ts'

/** The event that something happens now: `seq` orders it, the clock's two times measure and label it. */
export const stamped = (
  clock: Clock,
  {
    attempt,
    seq,
    happening,
  }: { readonly attempt: AttemptId; readonly seq: number; readonly happening: Happening },
): ProgressEvent => ({ attempt, seq, atMs: clock.nowMs(), elapsedMs: clock.elapsedMs(), happening })
