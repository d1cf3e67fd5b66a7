import { describe, expect, it } from 'vitest'
import type { Lesson } from '#core/lesson/model.ts'
import type { ClaimWatch, DeviceServices } from '#core/progress/device.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { aTestDevice, openTestApp, passTime } from '#tests/factories/app.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { attemptId, questionId } from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { useProgressStore } from './progress.ts'
import { useReviewStore } from './review.ts'
import { useScheduleStore } from './schedule.ts'
import { useSessionStore } from './session.ts'

const DAY = 86_400_000
const lesson = aLesson()
const LIGHTHOUSE = questionId('lighthouse')
const ENGINES = questionId('engines')
const right = { chosen: option(lesson, 'The right one') }

/** A device on which two questions of the lesson were answered, a day ago. */
async function answered(of: Lesson = lesson, services: Partial<DeviceServices> = {}) {
  const indexedDb = new FaultyDevice()
  const device = aTestDevice(await openDevice(indexedDb), services)
  open(of)
  const session = useSessionStore()
  await session.openLesson(of)
  for (const id of [LIGHTHOUSE, ENGINES]) {
    session.respond(id, right)
    session.check([id])
  }
  await useProgressStore().flush()
  passTime(DAY)

  /** The app anew on the same device. */
  function open(now: Lesson): void {
    openTestApp(device, now, {
      lessons: {
        loadIndex: () => Promise.resolve([summaryOf(now)]),
        loadOpening: () => Promise.resolve(now),
        loadWhole: (id) => Promise.resolve(id === now.id ? now : null),
      },
    })
  }
  async function throwAway(...stores: ('attempts' | 'outcomes')[]): Promise<void> {
    const transaction = indexedDb.connection.transaction(stores, 'readwrite')
    for (const store of stores) transaction.objectStore(store).clear()
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  }
  return { open, throwAway }
}

async function scheduled() {
  const schedule = useScheduleStore()
  await schedule.refresh()
  return { due: schedule.due.map(({ last }) => last.question).toSorted(), cards: schedule.cards }
}

describe('the schedule', () => {
  it.each([[['outcomes'] as const], [['outcomes', 'attempts'] as const]])(
    'is the same after %s were thrown away: they are caches of the log',
    async (stores) => {
      const { open, throwAway } = await answered()
      open(lesson)
      const before = await scheduled()
      expect(before.due).toEqual([ENGINES, LIGHTHOUSE])
      await throwAway(...stores)
      open(lesson)
      expect(await scheduled()).toEqual(before)
    },
  )

  it('leaves out a question whose fact has expired, and a lesson that is gone', async () => {
    const questions = lesson.questions.map((question) =>
      question.id === LIGHTHOUSE ? { ...question, validUntil: '1970-01-01' } : question,
    )
    const { open } = await answered()
    passTime(DAY)
    open({ ...lesson, questions })
    expect((await scheduled()).due).toEqual([ENGINES])
    open({ ...lesson, id: 'another' as Lesson['id'] })
    expect((await scheduled()).due).toEqual([])
  })
})

describe('a review', () => {
  it('asks no more than was wanted, and leaves the rest due', async () => {
    const { open } = await answered()
    open(lesson)
    const review = useReviewStore()
    expect(await review.beginReview(1)).toBe(true)
    expect(review.deck).toHaveLength(1)
    review.respond(right)
    review.check()
    review.next()
    await useProgressStore().flush()
    expect((await scheduled()).due).toHaveLength(1)
  })

  it('goes on where it was left today, with what was typed', async () => {
    const { open } = await answered()
    open(lesson)
    const review = useReviewStore()
    await review.beginReview(20)
    const first = review.current?.question.id
    review.respond(right)
    useProgressStore().keepDrafts()
    await useProgressStore().flush()
    open(lesson)
    const again = useReviewStore()
    expect(await again.beginReview(20)).toBe(true)
    expect(again.deck.map(({ question }) => question.id).toSorted()).toEqual([ENGINES, LIGHTHOUSE])
    expect(again.current?.question.id).toBe(first)
    expect(again.response).toEqual(right)
  })

  it('is not taken up by another tab while this one has it', async () => {
    const held = new Set<string>()
    const tabs = {
      claim(attempt: string, watch: ClaimWatch) {
        const isFree = !held.has(attempt)
        held.add(attempt)
        if (isFree) watch.onWriter()
        else queueMicrotask(watch.onFollower)
        return { takeOver: () => undefined, release: () => undefined }
      },
      announce: () => undefined,
    }
    const { open } = await answered(lesson, { openTabs: () => Promise.resolve(tabs) })
    open(lesson)
    const review = useReviewStore()
    await review.beginReview(20)
    review.respond(right)
    useProgressStore().keepDrafts()
    await useProgressStore().flush()
    const attempt = review.current?.attempt
    open(lesson)
    const other = useReviewStore()
    await other.beginReview(20)
    expect(other.deck).toHaveLength(2)
    expect(other.deck.every((item) => item.attempt !== attempt)).toBe(true)
  })

  it('of yesterday is put away: its questions are due all the same', async () => {
    const { open } = await answered()
    open(lesson)
    const review = useReviewStore()
    await review.beginReview(20)
    const attempt = review.current?.attempt ?? attemptId('none')
    review.respond(right)
    useProgressStore().keepDrafts()
    await useProgressStore().flush()
    passTime(DAY)
    open(lesson)
    const again = useReviewStore()
    expect(await again.beginReview(20)).toBe(true)
    expect(again.deck.every((item) => item.attempt !== attempt)).toBe(true)
    expect(useProgressStore().attempts.find((one) => one.attempt === attempt)?.status).toBe('finished')
  })

  it('is no sitting of the lesson: the reader goes on with that where it was', async () => {
    const { open } = await answered()
    open(lesson)
    const review = useReviewStore()
    await review.beginReview(20)
    review.respond(right)
    review.check()
    await useProgressStore().flush()
    const session = useSessionStore()
    expect(await session.openLesson(lesson)).toBe(true)
    expect(session.session?.policy.mode).not.toBe('review')
  })
})
