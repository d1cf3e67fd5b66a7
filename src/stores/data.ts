import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { isoOfDay } from '#core/kernel/day.ts'
import { restoredLesson, type BackupLesson, type KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import { LESSON_JSON_ENDING } from '#core/lesson-files/lesson-json.ts'
import type { LessonOpener } from '#core/lesson-files/opener.ts'
import type { BackupRefusal, DataReport, MergeReport, ReadBackup } from '#core/progress/archive.ts'
import type { DeviceFacts, Readers } from '#core/progress/device.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSessionStore } from './session.ts'

/** What came of the last thing that was asked for. */
export type DataNews =
  | { readonly kind: 'checked'; readonly report: DataReport }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'merged'; readonly report: MergeReport }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'refused'; readonly refusal: BackupRefusal['kind'] }
  | { readonly kind: 'failed'; readonly isFull?: boolean }

/** A reader's data on this device as a whole: looked through, taken along, brought back, removed; and who else uses the device. */
export const useDataStore = defineStore('data', () => {
  const services = useServices()
  const { device, clock } = services
  const progress = useProgressStore()
  const session = useSessionStore()
  const facts = ref<DeviceFacts | null>(null)
  const news = shallowRef<DataNews | null>(null)
  /** A backup that was read and waits for a yes. */
  const waiting = shallowRef<ReadBackup | null>(null)
  const isBusy = ref(false)
  /** Asked of the device only when the page stands: a page that was built knows nobody. */
  const readers = ref<Readers>({ current: '', all: [{ id: '', name: '' }] })
  const current = computed(() => readers.value.all.find(({ id }) => id === readers.value.current) ?? null)

  /** One thing at a time; what throws is said to have failed. */
  async function busy(work: () => Promise<DataNews | null>): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    try {
      news.value = await work()
    } catch (error) {
      console.warn(error)
      news.value = { kind: 'failed' }
    } finally {
      isBusy.value = false
    }
  }

  async function look(): Promise<void> {
    readers.value = device?.readers.read() ?? readers.value
    facts.value = (await device?.facts().catch(() => null)) ?? null
  }

  const check = () =>
    busy(async () => {
      const { archive } = await progress.open()
      const found = await archive.check()
      if (!found.ok) return { kind: 'failed' }
      if (found.value.stale.length > 0) await progress.rebuild(found.value.stale)
      await progress.relist()
      return { kind: 'checked', report: found.value }
    })

  /** Everything as a file, with what the device has refused so far. */
  const saveBackup = () =>
    busy(async () => {
      progress.keepDrafts()
      const written = await device?.writeBackup(await progress.open(), progress.unsaved())
      if (written?.ok !== true) return { kind: written?.error.kind === 'too-large' ? 'too-large' : 'failed' }
      const day = isoOfDay(clock.dayOf(clock.nowMs()))
      const file = `proofline-backup-${day}.jsonl`
      device?.saveFile(file, written.value)
      return { kind: 'saved', file }
    })

  const choose = (file: Blob) =>
    busy(async () => {
      waiting.value = null
      const read = await device?.readBackup(file)
      if (read === undefined) return { kind: 'failed' }
      if (!read.ok) return { kind: 'refused', refusal: read.error.kind }
      waiting.value = { ...read.value, kept: await keptLessons(read.value.lessons) }
      return null
    })

  /** The lessons of a backup that are sound, each read like any other from a file; throws when it cannot be known which are. */
  async function keptLessons(lessons: readonly BackupLesson[]): Promise<readonly KeptLesson[]> {
    if (lessons.length === 0) return []
    const opener = await services.openLessonOpener?.()
    if (!opener) throw new Error('Expected a device to have a reader of lessons')
    const kept: KeptLesson[] = []
    for (const lesson of lessons) {
      const sound = await readAnew(opener, lesson)
      if (sound !== null) kept.push(sound)
    }
    return kept
  }

  const restore = () =>
    busy(async () => {
      if (waiting.value === null) return null
      await progress.flush()
      const { archive } = await progress.open()
      const merged = await archive.merge(waiting.value.attempts, waiting.value.kept)
      if (!merged.ok) return { kind: 'failed', isFull: merged.error.kind === 'quota' }
      if (waiting.value.kept.length > 0)
        await (await import('./own-lessons.ts')).useOwnLessonsStore().showRestored()
      waiting.value = null
      const found = await archive.check()
      if (found.ok && found.value.stale.length > 0) await progress.rebuild(found.value.stale)
      await progress.relist()
      await session.reread()
      // It says that there are sittings; a backup may hold lessons alone.
      if (progress.attempts.length > 0) device?.marker.set()
      return { kind: 'merged', report: merged.value }
    })

  /** Another tab may hold what belongs to another reader: it loads anew too, because it watches. */
  async function become(next: Readers): Promise<void> {
    progress.keepDrafts()
    await progress.flush()
    if (device?.readers.write(next) === true) device.reload('library')
    else news.value = { kind: 'failed' }
  }

  const addReader = (name: string, firstName: string): Promise<void> => {
    const reader = { id: services.newId(), name }
    const known = readers.value.all.map((one) => (one.name === '' ? { ...one, name: firstName } : one))
    return become({ current: reader.id, all: [...known, reader] })
  }

  /** Removes everything of the reader at hand from this device. */
  const finish = () =>
    busy(async () => {
      const { archive } = await progress.open()
      const erased = await archive.erase()
      if (!erased.ok) return { kind: 'failed' }
      device?.marker.remove()
      const { all, current: own } = device?.readers.read() ?? readers.value
      const others = all.filter(({ id }) => id !== own)
      device?.readers.write({
        current: others[0]?.id ?? '',
        all: others.length > 0 ? others : [{ id: '', name: '' }],
      })
      device?.reload('library')
      return null
    })

  return {
    facts,
    news,
    waiting,
    isBusy,
    readers,
    current,
    look,
    check,
    saveBackup,
    choose,
    restore,
    forget: () => {
      waiting.value = null
    },
    startAfresh: () => {
      device?.marker.remove()
      progress.isLost = false
    },
    switchTo: (id: string) => become({ ...readers.value, current: id }),
    addReader,
    finish,
  }
})

/** Reads the text of a lesson as if somebody had opened it; null when it is no sound lesson. */
async function readAnew(opener: LessonOpener, lesson: BackupLesson): Promise<KeptLesson | null> {
  const { id, source } = lesson
  const label = `${id}${LESSON_JSON_ENDING}`
  const file = typeof source === 'string' ? new Blob([source]) : source
  const read = await opener.open({ label, files: [{ path: label, file }] }, () => undefined).result
  if (read.ok) return restoredLesson(lesson, read.value)
  const { kind, detail } = read.error
  // Says something of the device at this moment and nothing of the lesson: another try may do.
  if (kind === 'unreadable' || kind === 'too-slow') throw new Error(`Expected to read ${id}: ${detail}`)
  return null
}
