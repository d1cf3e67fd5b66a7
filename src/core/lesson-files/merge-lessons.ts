import type { LessonId } from '#core/kernel/ids.ts'
import { changesBetween } from '#core/lesson/edition.ts'
import type { LessonSummary } from '#core/lesson/model.ts'
import type { KeptLesson } from './kept-lesson.ts'
import { ownLessonId } from './own-id.ts'
import { MAX_EDITIONS, type Edition } from './shelf.ts'

/** What became of the lessons of a backup. */
export interface LessonsReport {
  readonly added: number
  /** Here in an earlier edition. */
  readonly updated: number
  /** Here in the same or a later edition. */
  readonly known: number
  /** Another lesson of the same name is here: both are kept. */
  readonly beside: number
}

export interface MergedLessons {
  /** What has to be put on the device; nothing else changes. */
  readonly puts: readonly KeptLesson[]
  /** Where lessons of the backup are found under another id than there. */
  readonly moved: ReadonlyMap<LessonId, LessonId>
  readonly report: LessonsReport
}

/**
 * Takes the lessons of a backup in beside those that are here. Two of one name are editions of one lesson when one of them knows the other
 * as its past; the later one stays, with the past of both. Where neither knows the other nobody can tell, and both are kept.
 */
export function mergeLessons(here: readonly KeptLesson[], incoming: readonly KeptLesson[]): MergedLessons {
  const now = new Map(here.map((kept) => [kept.card.id, kept]))
  const taken = new Set([...here, ...incoming].map(({ card }) => card.id))
  const puts = new Map<LessonId, KeptLesson>()
  const moved = new Map<LessonId, LessonId>()
  const report = { added: 0, updated: 0, known: 0, beside: 0 }
  for (const theirs of incoming) {
    const { id, sourceId } = theirs.card
    const own = counterpart(
      here.filter(({ card }) => card.sourceId === sourceId).map((one) => now.get(one.card.id) ?? one),
      theirs,
    )
    const isBeside = own === undefined && now.has(id)
    const target = own?.card.id ?? (isBeside ? freeId(sourceId, taken) : id)
    const joined = own === undefined ? theirs : joinedLesson(own, theirs)
    if (target !== id) moved.set(id, target)
    taken.add(target)
    if (joined !== own) {
      const put = withId(joined, target)
      now.set(target, put)
      puts.set(target, put)
    }
    report[own === undefined ? (isBeside ? 'beside' : 'added') : outcomeOf(own, joined)] += 1
  }
  return { puts: [...puts.values()], moved, report }
}

/**
 * The edition of a lesson among those of its name; absent when there is none. One that can learn nothing from it goes before one that can, for
 * then it has been here already; among either kind that of its id goes first.
 */
function counterpart(namesakes: readonly KeptLesson[], theirs: KeptLesson): KeptLesson | undefined {
  const related = namesakes.filter((one) => isRelated(one, theirs))
  const knowing = related.filter((one) => joinedLesson(one, theirs) === one)
  const hasItsId = ({ card }: KeptLesson): boolean => card.id === theirs.card.id
  return knowing.find(hasItsId) ?? knowing[0] ?? related.find(hasItsId) ?? related[0]
}

const outcomeOf = (own: KeptLesson, joined: KeptLesson): 'known' | 'updated' =>
  joined.card.contentHash === own.card.contentHash ? 'known' : 'updated'

const knows = ({ lesson }: KeptLesson, { card }: KeptLesson): boolean =>
  lesson.editions.some(({ contentHash }) => contentHash === card.contentHash)

const isRelated = (one: KeptLesson, other: KeptLesson): boolean => knows(one, other) || knows(other, one)

/** The later of two editions of one lesson with the past of both; `own` itself when there is nothing to learn. */
function joinedLesson(own: KeptLesson, theirs: KeptLesson): KeptLesson {
  const isLater = isLaterThan(theirs, own)
  const [later, earlier] = isLater ? [theirs, own] : [own, theirs]
  const editions = withPast(later.lesson.editions, earlier.lesson.editions)
  const changed = latest(
    own.card.summary.changed,
    theirs.card.summary.changed,
    isLater ? changedSince(own, theirs) : undefined,
  )
  if (!isLater && editions === own.lesson.editions && isSame(changed, own.card.summary.changed)) return own
  const { changed: _, ...summary } = later.card.summary
  return {
    card: { ...later.card, summary: { ...summary, ...(changed && { changed }) } },
    lesson: { ...later.lesson, editions },
  }
}

/** By what the two know of each other; where that says nothing, by when they were opened. */
function isLaterThan(theirs: KeptLesson, own: KeptLesson): boolean {
  const [knowsOwn, isKnown] = [knows(theirs, own), knows(own, theirs)]
  return knowsOwn === isKnown ? theirs.card.openedAtMs > own.card.openedAtMs : knowsOwn
}

function withPast(editions: readonly Edition[], others: readonly Edition[]): readonly Edition[] {
  const known = new Set(editions.map(({ contentHash }) => contentHash))
  const more = others.filter(({ contentHash }) => !known.has(contentHash))
  return more.length === 0 ? editions : [...more, ...editions].slice(-MAX_EDITIONS)
}

/** Answers that were given here to what the later edition asks otherwise count no more. */
function changedSince(own: KeptLesson, theirs: KeptLesson): LessonSummary['changed'] {
  const [before, after] = [own, theirs].map(({ lesson }) => lesson.editions.at(-1)?.prints ?? '')
  const { changed } = changesBetween(before ?? '', after ?? '').questions
  return Object.fromEntries(changed.map((question) => [question, theirs.card.openedAtMs]))
}

/** Of each question the latest time. */
function latest(...all: readonly LessonSummary['changed'][]): LessonSummary['changed'] {
  const times = new Map<string, number>()
  for (const [question, atMs] of all.flatMap((one) => Object.entries(one ?? {})))
    times.set(question, Math.max(atMs, times.get(question) ?? atMs))
  return times.size === 0 ? undefined : Object.fromEntries(times)
}

const isSame = (one: LessonSummary['changed'], other: LessonSummary['changed']): boolean =>
  Object.keys(one ?? {}).length === Object.keys(other ?? {}).length &&
  Object.entries(one ?? {}).every(([question, atMs]) => other?.[question] === atMs)

function freeId(sourceId: string, taken: ReadonlySet<LessonId>): LessonId {
  for (let copy = 1; ; copy++) {
    const id = ownLessonId(sourceId, copy)
    if (!taken.has(id)) return id
  }
}

const withId = ({ card, lesson }: KeptLesson, id: LessonId): KeptLesson => ({
  card: { ...card, id, summary: { ...card.summary, id } },
  lesson: { ...lesson, id },
})
