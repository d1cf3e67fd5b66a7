import type { LessonId } from '#core/kernel/ids.ts'
import type { LessonSummary } from '#core/lesson/model.ts'
import type { OpenedLesson } from './opener.ts'
import { ownLessonId } from './own-id.ts'
import {
  COMPILED_VERSION,
  MAX_EDITIONS,
  type Edition,
  type LongText,
  type OwnLesson,
  type OwnLessonCard,
} from './shelf.ts'

/** A lesson from a file with its card, as a device keeps the two. */
export interface KeptLesson {
  readonly card: OwnLessonCard
  readonly lesson: OwnLesson
}

/** A lesson from a file as a backup has it: its text, which is read anew, and what cannot be worked out from that. */
export interface BackupLesson {
  readonly id: LessonId
  readonly source: LongText
  /** The present one last; at least one. */
  readonly editions: readonly Edition[]
  readonly changed?: LessonSummary['changed']
}

/** What a backup says and the reading of its text, put together; null when the text is no sound lesson, or not that of its id. */
export function restoredLesson(
  { id, editions, changed }: BackupLesson,
  { glimpse, sound }: Pick<OpenedLesson, 'glimpse' | 'sound'>,
): KeptLesson | null {
  const last = editions.at(-1)
  if (last === undefined || glimpse === null || sound === null || !isIdOf(id, glimpse.sourceId)) return null
  const { contentHash, prints } = sound
  const facts = { contentHash, asOf: glimpse.asOf, openedAtMs: last.openedAtMs }
  const before = last.contentHash === contentHash ? editions.slice(0, -1) : editions
  return {
    card: {
      id,
      sourceId: glimpse.sourceId,
      summary: { ...sound.summary, id, ...(changed && { changed }) },
      ...facts,
    },
    lesson: {
      id,
      source: sound.source,
      lesson: sound.lesson,
      compiledVersion: COMPILED_VERSION,
      editions: [...before, { ...facts, prints }].slice(-MAX_EDITIONS),
    },
  }
}

/** Whether a device would have given this id to a lesson of that name, as the first or a later one. */
function isIdOf(id: LessonId, sourceId: string): boolean {
  const copy = Number(/-(\d{1,6})$/.exec(id)?.[1] ?? 1)
  return id === ownLessonId(sourceId, copy)
}
