import { canonicalText } from '#core/kernel/canonical.ts'
import { hash32 } from '#core/kernel/hash.ts'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { StoredAttempt } from './archive.ts'
import type { ProgressEvent } from './events.ts'

/** What a device does with one attempt of a backup. `add` and `extend` write these events and the summary. */
export type MergeStep =
  | { readonly kind: 'add' | 'extend'; readonly attempt: StoredAttempt }
  | { readonly kind: 'known' }
  /** Look again under this name. */
  | { readonly kind: 'fork'; readonly attempt: StoredAttempt }

/**
 * Logs only grow, so of two logs of one attempt the longer one wins when it begins with the shorter. Where they part, both are true:
 * the one from the backup gets a name of its own, made from what it says, so that the same backup never comes in twice.
 */
export function mergeStep(here: readonly ProgressEvent[], incoming: StoredAttempt): MergeStep {
  if (here.length === 0) return { kind: 'add', attempt: incoming }
  const { events } = incoming
  const shared = Math.min(here.length, events.length)
  const isSame = canonicalText(here.slice(0, shared)) === canonicalText(events.slice(0, shared))
  if (!isSame) return { kind: 'fork', attempt: renamed(incoming) }
  return events.length > here.length
    ? { kind: 'extend', attempt: { ...incoming, events: events.slice(shared) } }
    : { kind: 'known' }
}

function renamed({ summary, events }: StoredAttempt): StoredAttempt {
  const [first] = events
  if (first === undefined) throw new Error('Expected an attempt with events')
  const attempt = `${first.attempt}~${hash32(canonicalText(events)).toString(36)}` as AttemptId // a name for a log that has none yet
  return {
    summary: summary && { ...summary, attempt },
    events: events.map((event) => ({ ...event, attempt })),
  }
}
