import type { AttemptId } from '#core/kernel/ids.ts'
import { bareSummary } from '#core/progress/bare-summary.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { ProgressRepository } from '#core/progress/repository.ts'
import { foldSession } from '#core/session/step.ts'
import { summarise } from '#core/session/score.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { interactions } from '#interactions/registry.ts'

/** Works out the summaries of attempts from their events and puts them; false when one could not be. */
export async function rebuildSummaries(
  repository: ProgressRepository,
  attempts: readonly AttemptId[],
  loadLesson: (id: string) => Promise<Lesson | null>,
): Promise<boolean> {
  let isWhole = true
  for (const attempt of attempts) {
    const read = await repository.readAttempt(attempt)
    const summary = read.ok ? await summaryOf(read.value, loadLesson) : null
    const put = summary && (await repository.append([], summary))
    isWhole &&= put?.ok === true
  }
  return isWhole
}

async function summaryOf(
  events: readonly ProgressEvent[],
  loadLesson: (id: string) => Promise<Lesson | null>,
): Promise<AttemptRecord | null> {
  const bare = bareSummary(events)
  if (bare === null) return null
  // A lesson that cannot be fetched now is no reason to leave an attempt out of the list.
  const lesson = await loadLesson(bare.lesson).catch(() => null)
  const session = lesson && foldSession(events, { lesson, interactions })
  return lesson && session ? summarise(session, lesson) : bare
}
