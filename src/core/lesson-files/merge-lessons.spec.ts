import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LessonId } from '#core/kernel/ids.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { anOwnLesson } from '#tests/factories/own-lesson.ts'
import type { KeptLesson } from './kept-lesson.ts'
import { mergeLessons, type LessonsReport } from './merge-lessons.ts'
import { ownLessonId } from './own-id.ts'

const NAME = 'harbour'
const none: LessonsReport = { added: 0, updated: 0, known: 0, beside: 0 }

const [card, lesson] = anOwnLesson(aLesson())

/** A lesson that has had these editions, the last one now; an edition is opened at the minute of its letter. */
function kept(editions: string, { copy = 1, atMs = minuteOf(editions.at(-1) ?? '') } = {}): KeptLesson {
  const id = ownLessonId(NAME, copy)
  const contentHash = editions.at(-1) ?? ''
  return {
    card: {
      ...card,
      id,
      sourceId: NAME,
      contentHash,
      openedAtMs: atMs,
      summary: { ...card.summary, id, title: contentHash },
    },
    lesson: {
      ...lesson,
      id,
      editions: [...editions].map((hash) => ({
        contentHash: hash,
        prints: `question q ${hash}`,
        asOf: null,
        openedAtMs: minuteOf(hash),
      })),
    },
  }
}
const minuteOf = (hash: string): number => hash.charCodeAt(0) * 60_000

/** What lies on a device afterwards, by id: the editions of each. */
function after(here: readonly KeptLesson[], incoming: readonly KeptLesson[]) {
  const { puts, report, moved } = mergeLessons(here, incoming)
  const now = new Map([...here, ...puts].map((one) => [one.card.id, one]))
  return { all: [...now.values()], editions: [...now.values()].map(historyOf), report, moved, puts }
}
const historyOf = ({ lesson }: KeptLesson): string =>
  lesson.editions.map(({ contentHash }) => contentHash).join('')
const titles = (all: readonly KeptLesson[]): string[] => all.map(({ card }) => card.summary.title)

describe('a lesson of a backup', () => {
  it('is added as it is where there is none of its name', () => {
    const { all, report } = after([], [kept('ab', { copy: 2 })])
    expect(report).toEqual({ ...none, added: 1 })
    expect(all).toEqual([kept('ab', { copy: 2 })])
  })

  it('is not stored twice when the same edition is here', () => {
    const { puts, report } = after([kept('ab')], [kept('ab')])
    expect([puts, report]).toEqual([[], { ...none, known: 1 }])
  })

  it('takes the place of an earlier edition, which is then a past one', () => {
    const { all, editions, report } = after([kept('a')], [kept('ab')])
    expect([titles(all), editions, report]).toEqual([['b'], ['ab'], { ...none, updated: 1 }])
  })

  it('says of the questions that it asks otherwise since when answers to them count', () => {
    const { all } = after([kept('a')], [kept('ab')])
    expect(all[0]?.card.summary.changed).toEqual({ q: minuteOf('b') })
  })

  it('gives way to a later edition, which learns its past', () => {
    const { all, editions, report } = after([kept('bc')], [kept('ab')])
    expect([titles(all), editions, report]).toEqual([['c'], ['abc'], { ...none, known: 1 }])
  })

  it('never takes the place of another lesson of its name: both are kept', () => {
    const { all, report, moved } = after([kept('a')], [kept('x')])
    expect([titles(all), report]).toEqual([['a', 'x'], { ...none, beside: 1 }])
    expect([...moved]).toEqual([[ownLessonId(NAME), ownLessonId(NAME, 2)]])
  })

  it('is kept beside even where one of two that have parted is later', () => {
    const { report } = after([kept('ab')], [kept('az')])
    expect(report).toEqual({ ...none, beside: 1 })
  })

  it('that was kept beside is known the second time', () => {
    const once = after([kept('a')], [kept('x')])
    const twice = after(once.all, [kept('x')])
    expect([twice.puts, twice.report]).toEqual([[], { ...none, known: 1 }])
    expect([...twice.moved]).toEqual([...once.moved])
  })

  it('is found under another number where it is here already', () => {
    const { puts, moved } = after([kept('x')], [kept('a'), kept('x', { copy: 2 })])
    expect(puts.map(({ card }) => card.id)).toEqual([ownLessonId(NAME, 3)])
    expect(moved.get(ownLessonId(NAME, 2))).toBe(ownLessonId(NAME))
    expect(moved.get(ownLessonId(NAME))).toBe(ownLessonId(NAME, 3))
  })

  it('that was kept beside is known there, though one of its own number has become its past since', () => {
    const incoming = [kept('bc', { copy: 3 }), kept('ab')]
    const once = after([kept('a', { copy: 3 })], incoming)
    expect(after(once.all, incoming).puts).toEqual([])
  })

  it('of the same words that was opened later brings its other texts', () => {
    const later = kept('a', { atMs: 1e12 })
    const { all, report } = after([kept('a')], [later])
    expect([all, report]).toEqual([[later], { ...none, known: 1 }])
  })
})

describe('lessons of a backup, whatever their past', () => {
  const shelf = fc.uniqueArray(
    fc.record({
      copy: fc.integer({ min: 1, max: 3 }),
      // in the order in which they are opened, as `kept` says: one that was opened earlier is no later edition
      editions: fc.subarray([...'abcd'], { minLength: 1 }).map((all) => all.join('')),
    }),
    { selector: ({ copy }) => copy, maxLength: 3 },
  )
  const shelves = shelf.map((all) => all.map(({ editions, copy }) => kept(editions, { copy })))

  it('change nothing when they come twice, or home', () => {
    fc.assert(
      fc.property(shelves, shelves, (here, incoming) => {
        expect(mergeLessons(here, here).puts).toEqual([])
        const { all } = after(here, incoming)
        expect(mergeLessons(all, incoming).puts).toEqual([])
      }),
    )
  })

  it('take none of the lessons away that are here, and leave each of their own to be found', () => {
    fc.assert(
      fc.property(shelves, shelves, (here, incoming) => {
        const { all, moved } = after(here, incoming)
        const byId = new Map<LessonId, KeptLesson>(all.map((one) => [one.card.id, one]))
        const holds = (id: LessonId, { card }: KeptLesson) =>
          byId.get(id)?.lesson.editions.some(({ contentHash }) => contentHash === card.contentHash)
        for (const one of here) expect(holds(one.card.id, one)).toBe(true)
        for (const one of incoming) expect(holds(moved.get(one.card.id) ?? one.card.id, one)).toBe(true)
      }),
    )
  })
})
