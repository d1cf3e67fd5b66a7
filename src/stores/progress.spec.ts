import { describe, expect, it } from 'vitest'
import { err } from '#core/kernel/result.ts'
import type { AttemptSummary } from '#core/progress/events.ts'
import type { ProgressRepository } from '#core/progress/repository.ts'
import { reviewPolicy } from '#core/review/sitting.ts'
import { aTestDevice, openTestApp, type TestDevice } from '#tests/factories/app.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { attemptId, lessonId, questionId, sectionId } from '#tests/factories/progress.ts'
import { plant } from '#tests/storage/device-records.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useProgressStore } from './progress.ts'
import { useReadingStore } from './reading.ts'
import { useSessionStore } from './session.ts'

const lesson = aLesson()
const LIGHTHOUSE = questionId('lighthouse')
const right = { chosen: option(lesson, 'The right one') }

const aDevice = (overrides: Partial<ProgressRepository> = {}): TestDevice =>
  aTestDevice({ ...memoryProgress(), kind: 'device', ...overrides })

async function answered(device: TestDevice) {
  openTestApp(device, lesson)
  const [session, progress] = [useSessionStore(), useProgressStore()]
  session.start(lesson)
  session.respond(LIGHTHOUSE, right)
  session.check([LIGHTHOUSE])
  await progress.flush()
  return { session, progress }
}

describe('the list of attempts', () => {
  it('is worked out anew from the events when it was thrown away, points and outcomes included', async () => {
    const memory = memoryProgress()
    const device = aDevice(memory)
    await answered({ ...device, repository: { ...memory, kind: 'device' } })
    const before = await memory.listAttempts()
    const outcomes = await memory.listOutcomes()
    // The same events in a device whose summaries are gone.
    const stored = await memory.archive.attemptIds()
    const bare = memoryProgress()
    for (const id of stored.ok ? stored.value : []) {
      const read = await memory.archive.readStored(id)
      if (read.ok) await bare.archive.merge([{ ...read.value, summary: null }])
    }
    expect(await bare.listAttempts()).toEqual({ ok: true, value: [] })
    openTestApp(aTestDevice({ ...bare, kind: 'device' }), lesson)
    const progress = useProgressStore()
    await progress.open()
    expect({ ok: true, value: progress.attempts }).toEqual(before)
    expect(await bare.listOutcomes()).toEqual(outcomes)
  })

  it('names an attempt whose lesson is not here any more', async () => {
    const memory = memoryProgress()
    openTestApp(aTestDevice({ ...memory, kind: 'device' }), { ...lesson, id: lessonId('another') })
    const event = {
      kind: 'attempt-started',
      lesson: lesson.id,
      contentHash: '',
      level: 'b1',
      policy: { retries: true, givesAnswer: true },
      questions: [LIGHTHOUSE],
    } as const
    await memory.archive.merge([
      {
        summary: null,
        events: [
          { attempt: 'x' as AttemptSummary['attempt'], seq: 0, atMs: 5, elapsedMs: 0, happening: event },
        ],
      },
    ]) // an id of a test
    const progress = useProgressStore()
    await progress.open()
    expect(progress.attempts).toMatchObject([{ attempt: 'x', status: 'running', totalQuestions: 1 }])
  })

  it.each([
    ['', (attempt: unknown) => ({ attempt, settledQuestions: 'one' })],
    [', and does not even say of which attempt it is', () => ({ attempt: 1.5 })],
  ])('is mended where one summary among others is damaged%s', async (_, broken) => {
    const indexedDb = new FaultyDevice()
    const device = aTestDevice(await openDevice(indexedDb))
    const { session } = await answered(device)
    const damaged = session.session?.attempt
    session.redo(lesson, [LIGHTHOUSE])
    await useProgressStore().flush()
    await useProgressStore().relist()
    const before = useProgressStore().attempts
    indexedDb.connection
      .transaction('attempts', 'readwrite')
      .objectStore('attempts')
      .delete(damaged ?? '')
    await plant(indexedDb, 'attempts', broken(damaged))
    openTestApp(device, lesson)
    const progress = useProgressStore()
    await progress.open()
    expect(progress.attempts).toEqual(before)
  })

  it('knows what was marked in a text as such when it is worked out anew', async () => {
    const memory = memoryProgress()
    const device = aTestDevice({ ...memory, kind: 'device' })
    openTestApp(device, lesson)
    const reading = useReadingStore()
    await reading.open(lesson)
    reading.keep({
      id: 'h',
      level: 'b1',
      section: sectionId('harbour'),
      exact: 'x',
      prefix: '',
      suffix: '',
      note: '',
    })
    await useProgressStore().flush()
    const [{ attempt } = { attempt: attemptId('') }] = useProgressStore().attempts
    await useProgressStore().rebuild([attempt])
    expect(useProgressStore().attempts).toMatchObject([{ attempt, mode: 'reading' }])
    expect(useProgressStore().sittings).toEqual([])
  })

  it('has neither reviews nor practice among the sittings of a lesson', async () => {
    const { session, progress } = await answered(aDevice())
    const sitting = session.session?.attempt
    for (const mode of ['review', 'misreading'] as const) {
      session.redo(lesson, [LIGHTHOUSE], reviewPolicy(mode, attemptId('x')))
      await progress.flush()
    }
    expect(progress.attempts).toHaveLength(3)
    expect(progress.sittings.map(({ attempt }) => attempt)).toEqual([sitting])
  })

  it('is opened without reading one event', async () => {
    let reads = 0
    const memory = memoryProgress()
    await answered(aTestDevice({ ...memory, kind: 'device' }))
    const counting: ProgressRepository = {
      ...memory,
      kind: 'device',
      readAttempt(attempt) {
        reads += 1
        return memory.readAttempt(attempt)
      },
    }
    openTestApp(aTestDevice(counting), lesson)
    await useProgressStore().open()
    expect(useProgressStore().attempts).toHaveLength(1)
    expect(reads).toBe(0)
  })
})

describe('data that is gone', () => {
  it('is noticed at the next start, and not where there never was any', async () => {
    const device = aDevice()
    await answered(device)
    expect(device.isMarked).toBe(true)
    openTestApp({ ...aDevice(), services: device.services }, lesson)
    await useProgressStore().open()
    expect(useProgressStore().isLost).toBe(true)
    openTestApp(aDevice(), lesson)
    await useProgressStore().open()
    expect(useProgressStore().isLost).toBe(false)
  })

  it('under an open sitting is noticed, and the whole sitting is written again when the reader asks', async () => {
    let memory = memoryProgress()
    const device = aDevice({
      append: (...batch) => memory.append(...batch),
      readAttempt: (attempt) => memory.readAttempt(attempt),
    })
    const { session, progress } = await answered(device)
    memory = memoryProgress()
    session.retry(LIGHTHOUSE)
    await progress.flush()
    expect(progress.fault?.kind).toBe('gap')
    expect(progress.saveState).toBe('failed')
    expect(progress.unsaved()).toMatchObject([{ summary: { nextSeq: 4 } }])
    await progress.retry()
    expect(progress.saveState).toBe('saved')
    const read = await memory.readAttempt(session.session?.attempt ?? ('' as never)) // there is one
    expect(read.ok && read.value.map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
  })
})

describe('an answer that is damaged on the device', () => {
  async function damaged() {
    const indexedDb = new FaultyDevice()
    const device = aTestDevice(await openDevice(indexedDb))
    const { session } = await answered(device)
    await plant(indexedDb, 'events', { attempt: session.session?.attempt, seq: 1, happening: null })
    openTestApp(device, lesson)
    return device
  }

  it('is told of when its sitting is opened, which goes on with what is left', async () => {
    await damaged()
    await useProgressStore().open()
    expect(useProgressStore().isDamaged).toBe(false)
    expect(await useSessionStore().openLesson(lesson)).toBe(true)
    expect(useProgressStore().isDamaged).toBe(true)
    expect(useProgressStore().attempts).toMatchObject([{ nextSeq: 1, settledQuestions: 0 }])
  })

  it('is told of once', async () => {
    const device = await damaged()
    await useSessionStore().openLesson(lesson)
    openTestApp(device, lesson)
    await useSessionStore().openLesson(lesson)
    expect(useProgressStore().isDamaged).toBe(false)
  })
})

describe('a device that refuses', () => {
  it('leaves every answer of the sitting in the page, ready for a file', async () => {
    let isFull = false
    const memory = memoryProgress()
    const device = aDevice({
      append: (...batch) =>
        isFull ? Promise.resolve(err({ kind: 'quota', detail: '' })) : memory.append(...batch),
    })
    const { session, progress } = await answered(device)
    isFull = true
    session.retry(LIGHTHOUSE)
    session.respond(LIGHTHOUSE, null)
    session.flushDrafts()
    await progress.flush()
    expect(progress.saveState).toBe('failed')
    const [attempt] = progress.unsaved()
    expect(attempt?.events.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4])
    isFull = false
    await progress.retry()
    expect(progress.saveState).toBe('saved')
    expect(progress.unsaved()).toEqual([])
  })
})

describe('a newer build in another tab', () => {
  it('has what was typed written first, then nothing more, and the page says so', async () => {
    const device = aDevice()
    const { session, progress } = await answered(device)
    expect(device.watch?.beforeClosing()).toBeNull()
    session.retry(LIGHTHOUSE)
    session.respond(LIGHTHOUSE, right)
    await device.watch?.beforeClosing()
    expect(progress.saveState).toBe('saved')
    device.watch?.onBlockedByNewer()
    expect(progress.fault?.kind).toBe('newer')
  })
})
