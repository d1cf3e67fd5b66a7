import { ok } from '#core/kernel/result.ts'
import type { ProgressArchive } from '#core/progress/archive.ts'
import type { Connection } from './connection.ts'
import { countSummaries, PATIENT_MS, unlisted } from './unlisted.ts'
import type { WholeArchive } from './whole-archive.ts'

/** The device's progress as a whole. What is not asked at the start is fetched when somebody asks it. */
export function deviceArchive(connection: Connection): ProgressArchive {
  const whole = async (): Promise<WholeArchive> =>
    (await import('./whole-archive.ts')).wholeArchive(connection)
  return {
    countSummaries: () => connection.run(async (database) => ok(await countSummaries(database))),
    unlistedAttempts: () => connection.run(async (database) => ok(await unlisted(database)), PATIENT_MS),
    check: async () => (await whole()).check(),
    attemptIds: async () => (await whole()).attemptIds(),
    readStored: async (attempt) => (await whole()).readStored(attempt),
    merge: async (attempts, lessons) => (await whole()).merge(attempts, lessons),
    erase: async () => (await whole()).erase(),
  }
}
