import * as v from 'valibot'
import type { LessonId } from '#core/kernel/ids.ts'
import { LEVELS } from '#core/lesson/model.ts'
import type { KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import type { LongText, OwnLesson, OwnLessonCard } from '#core/lesson-files/shelf.ts'
import type { StorageFault } from '#core/progress/fault.ts'

const id = v.custom<LessonId>((value) => typeof value === 'string' && value !== '')
const time = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const longText = v.custom<LongText>((value) => typeof value === 'string' || value instanceof Blob)
const wordCounts = v.record(v.picklist(LEVELS), count)

/** An edition that was here before, and the present one. */
export const editionSchema = v.object({
  contentHash: v.string(),
  prints: v.string(),
  asOf: v.nullable(v.string()),
  openedAtMs: time,
})
/** Questions that a later edition has changed, and when it came. */
export const changedSchema = v.record(v.string(), time)

const cardSchema: v.GenericSchema<OwnLessonCard> = v.object({
  id,
  sourceId: v.string(),
  summary: v.object({
    id,
    title: v.string(),
    summary: v.string(),
    language: v.string(),
    direction: v.picklist(['ltr', 'rtl']),
    eventDate: v.string(),
    topic: v.array(v.string()),
    levels: v.array(v.picklist(LEVELS)),
    defaultLevel: v.picklist(LEVELS),
    questionCount: count,
    wordCounts,
    expiring: v.exactOptional(v.record(v.string(), v.string())),
    changed: v.exactOptional(changedSchema),
  }),
  contentHash: v.string(),
  asOf: v.nullable(v.string()),
  openedAtMs: time,
})

const lessonSchema: v.GenericSchema<OwnLesson> = v.object({
  id,
  source: longText,
  lesson: longText,
  compiledVersion: count,
  editions: v.array(editionSchema),
})

/** The cards that have their form, last opened first. */
export const soundCards = (records: readonly unknown[]): readonly OwnLessonCard[] =>
  records
    .flatMap((record) => {
      const card = v.safeParse(cardSchema, record)
      return card.success ? [card.output] : []
    })
    .sort((one, other) => other.openedAtMs - one.openedAtMs || (one.id < other.id ? -1 : 1))

/** A lesson as it was put; null when the record is none. */
export function soundLesson(record: unknown): OwnLesson | null {
  const lesson = v.safeParse(lessonSchema, record)
  return lesson.success ? lesson.output : null
}

/** Why these cannot be put; null when they can. */
export function shelfFault(card: OwnLessonCard, lesson: OwnLesson): string | null {
  if (soundCards([card]).length === 0) return 'no card of a lesson'
  if (soundLesson(lesson) === null) return 'no lesson'
  return card.id === lesson.id && card.summary.id === card.id ? null : 'a card of another lesson'
}

/** The fault of lessons of which one cannot be put; null when all can. */
export function keptFault(lessons: readonly KeptLesson[]): StorageFault | null {
  const detail = lessons.map(({ card, lesson }) => shelfFault(card, lesson)).find((fault) => fault !== null)
  return detail === undefined ? null : { kind: 'failed', detail }
}
