import type { AttemptId } from '#core/kernel/ids.ts'
import type { MergeReport, StoredAttempt } from '#core/progress/archive.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import { mergeStep } from '#core/progress/merge.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import { plainCopy } from '../plain.ts'

interface Memory {
  readonly logs: Map<AttemptId, readonly ProgressEvent[]>
  readonly put: (summary: AttemptRecord) => void
}

/** Takes one attempt of a backup into a memory; says what became of it. */
export function mergeAttempt(
  incoming: StoredAttempt,
  { logs, put }: Memory,
): Exclude<keyof MergeReport, 'lessons'> {
  let isForked = false
  for (let attempt = incoming; ;) {
    const id = attempt.events[0]?.attempt
    if (id === undefined) return 'known'
    const log = logs.get(id) ?? []
    const step = mergeStep(log, attempt)
    if (step.kind === 'known') return 'known'
    if (step.kind !== 'fork') {
      logs.set(id, [...log, ...plainCopy(step.attempt.events)])
      if (step.attempt.summary !== null) put(plainCopy(step.attempt.summary))
      return isForked ? 'forked' : step.kind === 'add' ? 'added' : 'extended'
    }
    attempt = step.attempt
    isForked = true
  }
}
