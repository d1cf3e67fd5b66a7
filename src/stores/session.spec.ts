import { createPinia, setActivePinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok } from '#core/kernel/result.ts'
import { dayAtOffset } from '#core/kernel/day.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { openingOf } from '#core/lesson/opening.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { questionId, sectionId } from '#tests/factories/progress.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useProgressStore } from './progress.ts'
import { SERVICES, type Services } from './services.ts'
import { useSessionStore } from './session.ts'
import { useSettingsStore } from './settings.ts'

const lesson = aLesson()
const LIGHTHOUSE = questionId('lighthouse')
const right = { chosen: option(lesson, 'The right one') }
const wrong = { chosen: option(lesson, 'A wrong one') }
const full: StorageFault = { kind: 'quota', detail: 'full' }

/** A device: what it keeps outlives the app. `refuse` makes it fail until it is told otherwise. */
function aDevice() {
  const memory = memoryProgress()
  const device = {
    isFull: false,
    settings: null as unknown,
    whole: () => Promise.resolve<Lesson | null>(lesson),
  }
  const repository: ProgressRepository = {
    ...memory,
    kind: 'device',
    append: (events, summary) =>
      device.isFull ? Promise.resolve(err(full)) : memory.append(events, summary),
  }
  return { device, repository }
}

let ids = 0
function openApp({ device, repository }: ReturnType<typeof aDevice>) {
  const services: Services = {
    clock: { nowMs: () => 1000 + ids, elapsedMs: () => ids, dayOf: dayAtOffset(0) },
    newId: () => `attempt-${(ids += 1)}`,
    settings: {
      read: () => device.settings,
      write(values) {
        device.settings = values
        return ok(undefined)
      },
    },
    openProgress: () => Promise.resolve({ repository, fault: null }),
    openSpeech: () => Promise.resolve(null),
    lessons: {
      loadIndex: () => Promise.resolve([summaryOf(lesson)]),
      loadOpening: () => Promise.resolve(openingOf(lesson)),
      loadWhole: () => device.whole(),
    },
  }
  const app = createApp({})
  const pinia = createPinia()
  app.provide(SERVICES, services).use(pinia)
  setActivePinia(pinia)
  return { session: useSessionStore(), progress: useProgressStore(), settings: useSettingsStore() }
}

beforeEach(() => {
  vi.useFakeTimers()
})

describe('a lesson of which only the opening is there', () => {
  const opening = openingOf(lesson)

  it('is answered, checked and completed without a new sitting', async () => {
    const app = openApp(aDevice())
    app.session.prepare(opening)
    await app.session.openLesson(opening)
    app.session.respond(LIGHTHOUSE, right)
    app.session.check([LIGHTHOUSE])
    const { attempt } = app.session.session ?? {}
    expect(await app.session.complete()).toBe(true)
    expect(app.session.lesson).toEqual(lesson)
    expect(app.session.session?.attempt).toBe(attempt)
    expect(app.session.session?.questions[LIGHTHOUSE]?.tries).toHaveLength(1)
  })

  it('goes on with a stored sitting only in the whole', async () => {
    const kept = aDevice()
    const before = openApp(kept)
    before.session.start(lesson)
    before.session.respond(LIGHTHOUSE, right)
    before.session.check([LIGHTHOUSE])
    await before.progress.flush()
    kept.device.whole = () => Promise.reject(new Error('offline'))
    const after = openApp(kept)
    after.session.prepare(opening)
    const opened = after.session.openLesson(opening)
    await vi.waitFor(() => expect(after.session.isRestMissing).toBe(true))
    expect(after.session.isResumed).toBe(false)
    kept.device.whole = () => Promise.resolve(lesson)
    after.session.retryRest()
    expect(await opened).toBe(true)
    expect(after.session.lesson).toEqual(lesson)
    expect(after.session.isRestMissing).toBe(false)
  })

  it('keeps its level when another one cannot be fetched', async () => {
    const kept = aDevice()
    kept.device.whole = () => Promise.resolve(null)
    const app = openApp(kept)
    app.session.prepare(opening)
    await app.session.openLesson(opening)
    const other = lesson.levels.find((level) => level !== lesson.defaultLevel)
    if (other === undefined) throw new Error('Expected a second level')
    await app.session.changeLevel(other)
    expect(app.session.session?.level).toBe(lesson.defaultLevel)
    expect(app.session.isRestMissing).toBe(true)
  })
})

describe('a level', () => {
  it('is the one that was chosen last, whichever could be had first', async () => {
    const kept = aDevice()
    const answers: ((whole: Lesson) => void)[] = []
    kept.device.whole = () => new Promise((resolve) => answers.push(resolve))
    const { session } = openApp(kept)
    const opening = openingOf(lesson)
    session.prepare(opening)
    await session.openLesson(opening)
    const other = lesson.levels.find((level) => level !== lesson.defaultLevel)
    if (other === undefined) throw new Error('Expected a second level')
    const changes = [session.changeLevel(other), session.changeLevel(lesson.defaultLevel)]
    for (const answer of answers.toReversed()) {
      answer(lesson)
      await nextTick()
    }
    await Promise.all(changes)
    expect(answers).toHaveLength(2)
    expect(session.session?.level).toBe(lesson.defaultLevel)
  })
})

describe('a sitting on the device', () => {
  it('is not stored before the reader does something', async () => {
    const kept = aDevice()
    const { session, progress } = openApp(kept)
    await session.openLesson(lesson)
    expect(progress.saveState).toBe('idle')
    expect(await kept.repository.listAttempts()).toEqual(ok([]))
  })

  it('goes on at the same section, question and level after the app was closed', async () => {
    const kept = aDevice()
    const before = openApp(kept)
    await before.session.openLesson(lesson)
    await before.session.changeLevel('a2')
    before.session.respond(LIGHTHOUSE, right)
    before.session.check([LIGHTHOUSE])
    before.session.moveTo(sectionId('factory'), questionId('engines'))
    await before.progress.flush()
    expect(before.progress.saveState).toBe('saved')

    const after = openApp(kept)
    expect(await after.session.openLesson(lesson)).toBe(true)
    expect(after.session.session).toEqual(before.session.session)
    expect(after.session.session).toMatchObject({ section: 'factory', question: 'engines', level: 'a2' })
  })

  it('gives an answer that came before the device was asked to the sitting that goes on', async () => {
    const kept = aDevice()
    const before = openApp(kept)
    await before.session.openLesson(lesson)
    before.session.moveTo(sectionId('factory'))
    await before.progress.flush()

    const after = openApp(kept)
    after.session.start(lesson)
    after.session.respond(LIGHTHOUSE, right)
    expect(await after.session.openLesson(lesson)).toBe(true)
    expect(after.session.responseOf(LIGHTHOUSE)).toEqual(right)
    await vi.advanceTimersByTimeAsync(400)
    await after.progress.flush()
    expect(after.session.session).toMatchObject({
      section: 'factory',
      questions: { lighthouse: { response: right } },
    })
    expect(after.progress.attempts).toHaveLength(1)
  })

  it('stores typed text after a short rest, and at once before a check', async () => {
    const kept = aDevice()
    const { session, progress } = openApp(kept)
    await session.openLesson(lesson)
    session.respond(LIGHTHOUSE, { chosen: 'a' })
    session.respond(LIGHTHOUSE, right)
    expect([progress.saveState, session.responseOf(LIGHTHOUSE)]).toEqual(['saving', right])
    await vi.advanceTimersByTimeAsync(400)
    await progress.flush()
    expect(progress.saveState).toBe('saved')
    const stored = await kept.repository.readAttempt(session.session?.attempt ?? ('' as never))
    expect(
      stored.ok && stored.value.filter(({ happening }) => happening.kind === 'response-given'),
    ).toHaveLength(1)
  })

  it('keeps the answer and says so when storage is full, and saves all of it in order when there is room again', async () => {
    const kept = aDevice()
    const { session, progress } = openApp(kept)
    await session.openLesson(lesson)
    kept.device.isFull = true
    session.respond(LIGHTHOUSE, right)
    session.check([LIGHTHOUSE])
    await progress.flush()
    expect([progress.saveState, progress.fault?.kind]).toEqual(['failed', 'quota'])
    expect(session.session?.questions[LIGHTHOUSE]?.phase).toBe('settled')

    kept.device.isFull = false
    await progress.flush()
    expect([progress.saveState, progress.fault]).toEqual(['saved', null])
    const stored = await kept.repository.readAttempt(session.session?.attempt ?? ('' as never))
    expect(stored.ok && stored.value.map(({ seq }) => seq)).toEqual([0, 1, 2])
  })

  it('starts anew with the chosen questions when they are redone', async () => {
    const kept = aDevice()
    const { session, progress } = openApp(kept)
    await session.openLesson(lesson)
    session.respond(LIGHTHOUSE, right)
    session.finish()
    session.redo(lesson, [LIGHTHOUSE])
    await progress.flush()
    expect(session.session).toMatchObject({ order: ['lighthouse'], status: 'running' })
    expect(await session.openLesson(lesson)).toBe(false)
    expect(session.session?.order).toEqual(['lighthouse'])
    expect(progress.attempts.map(({ status }) => status)).toEqual(['running', 'finished'])
  })

  it('counts what was answered and not checked when it is finished', async () => {
    const { session } = openApp(aDevice())
    await session.openLesson(lesson)
    session.respond(LIGHTHOUSE, right)
    session.finish()
    expect(session.session?.questions[LIGHTHOUSE]?.tries).toMatchObject([{ grade: { verdict: 'right' } }])
    const untouched = session.session?.order.filter((id) => id !== LIGHTHOUSE) ?? []
    expect(untouched.length).toBeGreaterThan(0)
    expect(untouched.filter((id) => session.session?.questions[id]?.skipped)).toEqual([])
  })

  it('checks no answer twice when it is finished', async () => {
    const { session } = openApp(aDevice())
    await session.openLesson(lesson)
    session.respond(LIGHTHOUSE, wrong)
    session.check([LIGHTHOUSE])
    session.retry(LIGHTHOUSE)
    session.finish()
    expect(session.session?.questions[LIGHTHOUSE]?.tries).toHaveLength(1)
  })

  it('holds to the settings of its start', async () => {
    const kept = aDevice()
    const first = openApp(kept)
    first.settings.restore()
    first.settings.values.retries = false
    await nextTick()
    const { session, settings } = openApp(kept)
    await session.openLesson(lesson)
    settings.values.retries = true
    expect(session.session?.policy).toMatchObject({ retries: false, givesAnswer: true, tries: [1] })
  })
})
