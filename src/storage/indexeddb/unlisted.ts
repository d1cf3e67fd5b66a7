import type { AttemptId } from '#core/kernel/ids.ts'
import { reading } from './in-one.ts'
import type { ProoflineDatabase } from './schema.ts'
import { endOf, soundSummaries } from './set-aside.ts'

/** Looking through everything takes its time on an old phone. */
export const PATIENT_MS = 120_000

/** How many summaries there are, also such that cannot be used. */
export const countSummaries = (database: ProoflineDatabase): Promise<number> =>
  reading(database, 'attempts', (list) => list.count())

/** Attempts with events and without a summary that can be used. */
export async function unlisted(database: ProoflineDatabase): Promise<readonly AttemptId[]> {
  const known = new Set((await soundSummaries(database)).map(({ attempt }) => attempt))
  return (await attemptsWithEvents(database)).filter(
    (attempt) => typeof attempt === 'string' && !known.has(attempt),
  )
}

/** Goes from attempt to attempt without reading the events between. */
export async function attemptsWithEvents(database: ProoflineDatabase): Promise<readonly AttemptId[]> {
  return reading(database, 'events', async (log) => {
    const attempts: AttemptId[] = []
    let cursor = await log.openKeyCursor()
    while (cursor !== null) {
      const [attempt] = cursor.key
      attempts.push(attempt)
      cursor = await cursor.continue(endOf(attempt))
    }
    return attempts
  })
}
