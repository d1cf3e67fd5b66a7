import { describe, expect, it, vi } from 'vitest'
import { dayAtOffset } from '#core/kernel/day.ts'
import { err, ok } from '#core/kernel/result.ts'
import type { LessonOpener, OpenedFiles, OpenedLesson } from '#core/lesson-files/opener.ts'
import { readLessonJson, writeLessonJson } from '#core/lesson-files/lesson-json.ts'
import { ownLessonId } from '#core/lesson-files/own-id.ts'
import { contentHashOf } from '#core/lesson/content-hash.ts'
import { editionPrints } from '#core/lesson/edition.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { aTestDevice, openTestApp, passTime, type TestDevice } from '#tests/factories/app.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { questionId } from '#tests/factories/progress.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useDataStore } from './data.ts'
import { useLibraryStore } from './library.ts'
import { useOwnLessonsStore } from './own-lessons.ts'
import { useProgressStore } from './progress.ts'
import { useScheduleStore } from './schedule.ts'
import type { Services } from './services.ts'
import { useSessionStore } from './session.ts'

const bundled = aLesson()
const lesson: Lesson = { ...bundled, id: 'from-a-teacher' as Lesson['id'] }
const ID = ownLessonId(lesson.id)
const files: OpenedFiles = { label: 'from-a-teacher', files: [] }
const LIGHTHOUSE = questionId('lighthouse')
const ENGINES = questionId('engines')
const right = { chosen: option(lesson, 'The right one') }

const openedOf = (of: Lesson): OpenedLesson => ({
  glimpse: { ...summaryOf(of), sourceId: of.id, asOf: of.asOf ?? null },
  errors: 0,
  warnings: 0,
  diagnostics: [],
  sound: {
    contentHash: of.contentHash,
    source: writeLessonJson({ id: of.id, files: { 'lesson.yaml': of.title } }),
    lesson: JSON.stringify(of),
    summary: summaryOf(of),
    prints: editionPrints(of),
  },
})
const readsAs = (of: Lesson): LessonOpener => ({
  open: () => ({ result: Promise.resolve(ok(openedOf(of))), cancel: () => undefined }),
})

/** The same lesson after its author has changed one question. */
function laterEdition(changes: Partial<Lesson> = {}): Lesson {
  const questions = lesson.questions.map((question) =>
    question.id === LIGHTHOUSE ? { ...question, explanation: 'Corrected.' } : question,
  )
  const later = { ...lesson, questions, ...changes }
  return { ...later, contentHash: contentHashOf(later) }
}

function openApp(device: TestDevice, opener: LessonOpener, overrides: Partial<Services> = {}) {
  openTestApp(device, bundled, { openLessonOpener: () => Promise.resolve(opener), ...overrides })
  const own = useOwnLessonsStore()
  const library = useLibraryStore()
  library.takeOwnFrom(() => Promise.resolve(own))
  void library.loadIndex() // as the library's page does
  return { own, library, session: useSessionStore() }
}

async function withLesson(device: TestDevice, of: Lesson, where: 'update' | 'beside' = 'update') {
  const app = openApp(device, readsAs(of))
  await app.own.open(files)
  await app.own.take(where)
  return app
}

/** jsdom's files give their words to a reader of its own only. */
const wordsOf = (file: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string)) // it was read as text
    reader.readAsText(file ?? new Blob())
  })

describe('a lesson from a file', () => {
  it('is shown before anything is kept, and kept when the reader says so', async () => {
    const device = aTestDevice(memoryProgress())
    const { own, library } = openApp(device, readsAs(lesson))
    await own.open(files)
    expect(own.opening).toMatchObject({ kind: 'preview', preview: { known: null, isBundled: false } })
    expect(library.index).toHaveLength(1)
    await own.take('beside')
    expect(own.opening).toMatchObject({ kind: 'done', isUpdate: false })
    expect(library.index.map(({ id }) => id)).toEqual([ID, bundled.id])
  })

  it('is there after a restart, whole, under its own id', async () => {
    const device = aTestDevice(memoryProgress())
    await withLesson(device, lesson)
    const { library } = openApp(device, readsAs(lesson))
    expect(await library.load(ID)).toEqual({ ...lesson, id: ID })
    expect(library.index.map(({ id }) => id)).toContain(ID)
  })

  it('never takes the place of a bundled lesson of the same name', async () => {
    const device = aTestDevice(memoryProgress())
    const { own, library } = openApp(device, readsAs({ ...bundled, title: 'Another' }))
    await own.open(files)
    expect(own.opening).toMatchObject({ preview: { isBundled: true } })
    await own.take('beside')
    expect((await library.load(bundled.id))?.title).toBe(bundled.title)
    expect((await library.load(ownLessonId(bundled.id)))?.title).toBe('Another')
  })

  it('can stand beside another one of its name', async () => {
    const device = aTestDevice(memoryProgress())
    await withLesson(device, lesson)
    const { library } = await withLesson(device, laterEdition(), 'beside')
    expect(library.index.map(({ id }) => String(id))).toContain(ownLessonId(lesson.id, 2))
    expect(library.index).toHaveLength(3)
  })

  it('is refused with the reason, and nothing is kept', async () => {
    const refusal = { kind: 'foreign', place: 'a.zip', detail: '' } as const
    const opener: LessonOpener = {
      open: () => ({ result: Promise.resolve(err(refusal)), cancel: () => undefined }),
    }
    const { own, library } = openApp(aTestDevice(memoryProgress()), opener)
    await own.open(files)
    expect(own.opening).toEqual({ kind: 'refused', refusal })
    expect(library.index).toHaveLength(1)
  })

  it('is refused when what reads it cannot be had', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { own } = openApp(aTestDevice(memoryProgress()), {
      open() {
        throw new Error('no worker')
      },
    })
    await own.open(files)
    expect(own.opening).toMatchObject({ kind: 'refused', refusal: { kind: 'unreadable' } })
  })

  it('with errors is looked at and not kept', async () => {
    const opener: LessonOpener = {
      open: () => ({
        result: Promise.resolve(ok({ ...openedOf(lesson), errors: 1, sound: null })),
        cancel: () => undefined,
      }),
    }
    const { own } = openApp(aTestDevice(memoryProgress()), opener)
    await own.open(files)
    await own.take('beside')
    expect(own.opening?.kind).toBe('preview')
    expect(own.cards).toEqual([])
  })

  it('is given up when the reader closes it, and what comes later is not shown', async () => {
    let settle = (_: Awaited<ReturnType<LessonOpener['open']>['result']>): void => undefined
    const cancel = vi.fn()
    const result = new Promise<Awaited<ReturnType<LessonOpener['open']>['result']>>((resolve) => {
      settle = resolve
    })
    const { own } = openApp(aTestDevice(memoryProgress()), { open: () => ({ result, cancel }) })
    const opening = own.open(files)
    await vi.waitFor(() => expect(own.opening?.kind).toBe('reading'))
    own.cancel()
    settle(ok(openedOf(lesson)))
    await opening
    expect(cancel).toHaveBeenCalledOnce()
    expect(own.opening).toBeNull()
  })

  it('says that the device is full, keeps the preview, and can be tried again', async () => {
    const memory = memoryProgress()
    const shelf = await memory.openShelf()
    let isFull = true
    const device = aTestDevice({
      ...memory,
      openShelf: () =>
        Promise.resolve({
          ...shelf,
          put: (...all) =>
            isFull ? Promise.resolve(err({ kind: 'quota', detail: 'full' })) : shelf.put(...all),
        }),
    })
    const { own } = await withLesson(device, lesson)
    expect(own.opening).toMatchObject({ kind: 'failed', fault: 'quota' })
    isFull = false
    await own.take('beside')
    expect(own.opening?.kind).toBe('done')
  })

  it('is compiled anew when an earlier version of the program has compiled it', async () => {
    const device = aTestDevice(memoryProgress())
    await withLesson(device, lesson)
    const shelf = await device.repository.openShelf()
    const read = await shelf.read(ID)
    const [card] = useOwnLessonsStore().cards
    if (!read.ok || read.value === null || card === undefined) throw new Error('Expected the lesson')
    await shelf.put(card, { ...read.value, lesson: '{"old":true}', compiledVersion: 0 })
    const { library } = openApp(device, readsAs(lesson))
    expect((await library.load(ID))?.title).toBe(lesson.title)
  })

  it('is saved as one file and as a zip that say what it is made from', async () => {
    const device = aTestDevice(memoryProgress())
    const { own } = await withLesson(device, lesson)
    const [card] = own.cards
    if (card === undefined) throw new Error('Expected a card')
    await own.save(card, 'json')
    await own.save(card, 'zip')
    expect(device.files.map(({ name }) => name)).toEqual(['from-a-teacher.lesson.json', 'from-a-teacher.zip'])
    const [json, zip] = device.files
    expect(readLessonJson(await wordsOf(json?.file), '').files).toEqual({ 'lesson.yaml': lesson.title })
    expect(zip?.file.size).toBeGreaterThan(100)
  })

  it('is removed without the answers, which are there again when it is opened again', async () => {
    const device = aTestDevice(memoryProgress())
    const { own, library, session } = await withLesson(device, lesson)
    const loaded = await library.load(ID)
    if (loaded === null) throw new Error('Expected the lesson')
    await session.openLesson(loaded)
    session.respond(ENGINES, right)
    session.check([ENGINES])
    await own.remove(ID)
    expect(library.index).toHaveLength(1)
    expect(await library.load(ID)).toBeNull()
    const again = await withLesson(device, lesson)
    const reopened = await again.library.load(ID)
    if (reopened === null) throw new Error('Expected the lesson')
    expect(await again.session.openLesson(reopened)).toBe(true)
    expect(again.session.session?.questions[ENGINES]?.tries).toHaveLength(1)
  })
})

describe('a lesson of a backup', () => {
  const edition = {
    contentHash: lesson.contentHash,
    prints: editionPrints(lesson),
    asOf: null,
    openedAtMs: 1,
  }
  const backup = { savedAtMs: 0, attempts: [], lessons: [{ id: ID, source: '{}', editions: [edition] }] }
  const aDeviceWithBackup = () =>
    aTestDevice(memoryProgress(), { readBackup: () => Promise.resolve(ok(backup)) })

  it('is read before the reader is asked, and in the library when the reader has said yes', async () => {
    const device = aDeviceWithBackup()
    const { library } = openApp(device, readsAs(lesson))
    const data = useDataStore()
    await data.choose(new Blob())
    expect([data.waiting?.kept.length, library.index.length]).toEqual([1, 1])
    await data.restore()
    expect(data.news).toMatchObject({ kind: 'merged', report: { lessons: { added: 1 } } })
    expect(library.index.map(({ id }) => id)).toEqual([ID, bundled.id])
  })

  it('alone leaves no mark that answers are here, which would be missed at the next start', async () => {
    const device = aDeviceWithBackup()
    openApp(device, readsAs(lesson))
    await useDataStore().choose(new Blob())
    await useDataStore().restore()
    expect(device.isMarked).toBe(false)
  })

  it('that has faults now is left out, and its backup says how many it holds', async () => {
    const faulty = { ...openedOf(lesson), errors: 1, sound: null }
    const opener: LessonOpener = {
      open: () => ({ result: Promise.resolve(ok(faulty)), cancel: () => undefined }),
    }
    openApp(aDeviceWithBackup(), opener)
    const data = useDataStore()
    await data.choose(new Blob())
    expect([data.waiting?.lessons.length, data.waiting?.kept.length]).toEqual([1, 0])
  })

  it('that cannot be read at this moment is waited for: nothing is offered and nothing left out', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const refusal = { kind: 'too-slow', place: '', detail: '' } as const
    const opener: LessonOpener = {
      open: () => ({ result: Promise.resolve(err(refusal)), cancel: () => undefined }),
    }
    openApp(aDeviceWithBackup(), opener)
    const data = useDataStore()
    await data.choose(new Blob())
    expect([data.news, data.waiting]).toEqual([{ kind: 'failed' }, null])
  })
})

describe('a newer edition', () => {
  async function answered(device: TestDevice) {
    const app = await withLesson(device, lesson)
    const loaded = await app.library.load(ID)
    if (loaded === null) throw new Error('Expected the lesson')
    await app.session.openLesson(loaded)
    for (const id of [LIGHTHOUSE, ENGINES]) {
      app.session.respond(id, right)
      app.session.check([id])
    }
    await useProgressStore().flush()
    return app
  }

  it('says what it would change', async () => {
    const device = aTestDevice(memoryProgress())
    await withLesson(device, lesson)
    const { own } = openApp(device, readsAs(laterEdition()))
    await own.open(files)
    expect(own.opening).toMatchObject({
      preview: { known: { id: ID }, changes: { questions: { changed: [LIGHTHOUSE] } } },
    })
  })

  it('asks what has changed anew and keeps the other answers', async () => {
    const device = aTestDevice(memoryProgress())
    await answered(device)
    const { library, session } = await withLesson(device, laterEdition({ asOf: '2024-06-01' }))
    const later = await library.load(ID)
    if (later === null) throw new Error('Expected the lesson')
    expect(await session.openLesson(later)).toBe(true)
    expect(session.session?.questions[LIGHTHOUSE]).toMatchObject({ phase: 'open', tries: [] })
    expect(session.session?.questions[ENGINES]?.tries).toHaveLength(1)
    expect(session.session?.correction).toEqual({
      day: '2024-06-01',
      sections: [],
      questions: [LIGHTHOUSE],
    })
  })

  it('is of the day on which it was opened, as it was where the reader is', async () => {
    const device = aTestDevice(memoryProgress())
    await answered(device)
    const lateInNewYork = Date.UTC(2024, 5, 2, 3, 30)
    const clock = { nowMs: () => lateInNewYork, elapsedMs: () => 0, dayOf: dayAtOffset(-5 * 60) }
    const { own, library, session } = openApp(device, readsAs(laterEdition()), { clock })
    await own.open(files)
    await own.take('update')
    const later = await library.load(ID)
    if (later === null) throw new Error('Expected the lesson')
    await session.openLesson(later)
    expect(session.session?.correction?.day).toBe('2024-06-01')
  })

  it('takes the questions that it changed out of the review, until they are answered again', async () => {
    const device = aTestDevice(memoryProgress())
    await answered(device)
    const askedBy = async (): Promise<readonly string[]> => {
      const schedule = useScheduleStore()
      await schedule.refresh()
      return schedule.cards.map(({ last }) => last.question)
    }
    expect(await askedBy()).toEqual([LIGHTHOUSE, ENGINES])
    passTime(60_000)
    const { library, session } = await withLesson(device, laterEdition())
    expect(await askedBy()).toEqual([ENGINES])
    const later = await library.load(ID)
    if (later === null) throw new Error('Expected the lesson')
    await session.openLesson(later)
    session.respond(LIGHTHOUSE, right)
    session.check([LIGHTHOUSE])
    expect((await askedBy()).toSorted()).toEqual([ENGINES, LIGHTHOUSE].toSorted())
  })

  it('is said once: a sitting that has met it goes on without a second word', async () => {
    const device = aTestDevice(memoryProgress())
    await answered(device)
    const first = await withLesson(device, laterEdition())
    const later = await first.library.load(ID)
    if (later === null) throw new Error('Expected the lesson')
    await first.session.openLesson(later)
    first.session.respond(LIGHTHOUSE, right)
    first.session.check([LIGHTHOUSE])
    const again = openApp(device, readsAs(lesson))
    const same = await again.library.load(ID)
    if (same === null) throw new Error('Expected the lesson')
    await again.session.openLesson(same)
    expect(again.session.session?.questions[LIGHTHOUSE]?.tries).toHaveLength(1)
  })

  it('marks the touched questions of a sitting that is finished', async () => {
    const device = aTestDevice(memoryProgress())
    const { session } = await answered(device)
    session.finish()
    await useProgressStore().flush()
    const after = await withLesson(device, laterEdition())
    const later = await after.library.load(ID)
    if (later === null) throw new Error('Expected the lesson')
    expect(await after.session.openResult(later)).toBe(true)
    expect(after.session.session?.correction?.questions).toEqual([LIGHTHOUSE])
    expect(after.session.session?.questions[LIGHTHOUSE]?.tries).toHaveLength(1)
  })

  it('takes over a sitting that is open in the same page', async () => {
    const device = aTestDevice(memoryProgress())
    await answered(device)
    const later = laterEdition()
    const app = openApp(device, readsAs(later))
    const loaded = await app.library.load(ID)
    if (loaded === null) throw new Error('Expected the lesson')
    await app.session.openLesson(loaded)
    await app.own.open(files)
    await app.own.take('update')
    expect(app.session.lesson?.contentHash).toBe(later.contentHash)
  })
})
