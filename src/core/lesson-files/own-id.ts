import { shortHash } from '#core/kernel/hash.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import { OWN_PREFIX } from './is-own-lesson.ts'

/**
 * The id by which this device knows a lesson from a file: the same on every device, so that answers that a backup brings find their
 * lesson, and without its name, because a server sees addresses. `copy` counts lessons of one name that are kept side by side, from 1.
 */
export const ownLessonId = (sourceId: string, copy = 1): LessonId =>
  `${OWN_PREFIX}${shortHash(sourceId)}${copy === 1 ? '' : `-${copy}`}` as LessonId // made here and nowhere else
