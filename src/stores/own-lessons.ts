import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { isoOfDay } from '#core/kernel/day.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import { changesBetween, type EditionChanges } from '#core/lesson/edition.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'
import { LESSON_JSON_ENDING, readLessonJson } from '#core/lesson-files/lesson-json.ts'
import { textOf } from '#core/lesson-files/long-text.ts'
import type { LessonReading, OpenedFiles, OpenedLesson } from '#core/lesson-files/opener.ts'
import { ownLessonId } from '#core/lesson-files/own-id.ts'
import type { LessonRefusal } from '#core/lesson-files/refusal.ts'
import {
  COMPILED_VERSION,
  MAX_EDITIONS,
  type Edition,
  type LessonShelf,
  type OwnLesson,
  type OwnLessonCard,
} from '#core/lesson-files/shelf.ts'
import { writeZip } from '#core/lesson-files/write-zip.ts'
import type { StorageFault } from '#core/progress/fault.ts'
import type { Correction } from '#core/session/session.ts'
import { useLibraryStore } from './library.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSessionStore } from './session.ts'

/** What is known of a lesson that was opened, beside what is here already. */
export interface Preview {
  readonly opened: OpenedLesson
  /** The lesson of the same name that this device has from a file; null when there is none. */
  readonly known: OwnLessonCard | null
  /** What would change in it; null without one, or where nothing can be compared. */
  readonly changes: EditionChanges | null
  /** A bundled lesson has the same name: it stays beside this one. */
  readonly isBundled: boolean
}

/** How the opening of a lesson stands. */
export type Opening =
  | { readonly kind: 'reading'; readonly label: string; readonly share: number }
  | { readonly kind: 'refused'; readonly refusal: LessonRefusal }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'saving'; readonly preview: Preview }
  | { readonly kind: 'failed'; readonly preview: Preview; readonly fault: StorageFault['kind'] }
  | { readonly kind: 'done'; readonly card: OwnLessonCard; readonly isUpdate: boolean }

/** The lessons from files: opened, kept, shown in the library, saved as files, removed. */
export const useOwnLessonsStore = defineStore('own-lessons', () => {
  const services = useServices()
  const progress = useProgressStore()
  const library = useLibraryStore()
  const session = useSessionStore()
  const cards = shallowRef<readonly OwnLessonCard[]>([])
  const opening = shallowRef<Opening | null>(null)
  /** The device could not say what it holds, or not do what was asked. */
  const fault = ref<StorageFault['kind'] | null>(null)
  const editions = new Map<LessonId, readonly Edition[]>()
  let reading: LessonReading | null = null

  const shelf = async (): Promise<LessonShelf> => (await progress.open()).openShelf()

  /** Asks the device what it holds and shows it in the library. */
  async function list(): Promise<void> {
    const listed = await (await shelf()).list()
    fault.value = listed.ok ? null : listed.error.kind
    if (!listed.ok) return
    cards.value = listed.value
    library.showOwn(listed.value.map(({ summary }) => summary))
  }

  /** A lesson of the device, compiled anew where an earlier version of the program has compiled it; null when there is none. */
  async function load(id: string): Promise<Lesson | null> {
    const known = library.loaded(id)
    if (known !== null) return known
    if (cards.value.length === 0) await list()
    const read = await (await shelf()).read(id as LessonId)
    if (!read.ok || read.value === null) return null
    const lesson = (await compiled(read.value)) ?? (await compiledAnew(read.value))
    if (lesson === null) return null
    editions.set(lesson.id, read.value.editions)
    library.keep(lesson.id, lesson)
    return lesson
  }

  async function compiled({ id, lesson, compiledVersion }: OwnLesson): Promise<Lesson | null> {
    if (compiledVersion !== COMPILED_VERSION) return null
    try {
      const value = JSON.parse(await textOf(lesson)) as Lesson // written by this version from a lesson that it had checked
      return Array.isArray(value.questions) && typeof value.articles === 'object' ? { ...value, id } : null
    } catch {
      return null
    }
  }

  async function compiledAnew(own: OwnLesson): Promise<Lesson | null> {
    const opener = await services.openLessonOpener?.()
    const card = cards.value.find(({ id }) => id === own.id)
    if (!opener || card === undefined) return null
    const file = typeof own.source === 'string' ? new Blob([own.source]) : own.source
    const label = `${card.sourceId}${LESSON_JSON_ENDING}`
    const read = await opener.open({ label, files: [{ path: label, file }] }, () => undefined).result
    if (!read.ok || read.value.sound === null) return null
    const anew = { ...own, lesson: read.value.sound.lesson, compiledVersion: COMPILED_VERSION }
    await (await shelf()).put(card, anew)
    return compiled(anew)
  }

  /** Reads what was chosen or dropped, as far as the preview. One at a time: what was being read is given up. */
  async function open(files: OpenedFiles): Promise<void> {
    cancel()
    opening.value = { kind: 'reading', label: files.label, share: 0 }
    try {
      await read(files)
    } catch (error) {
      console.warn(error)
      const refusal = { kind: 'unreadable', place: files.label, detail: String(error) } as const
      opening.value = { kind: 'refused', refusal }
    }
  }

  async function read(files: OpenedFiles): Promise<void> {
    const opener = await services.openLessonOpener?.()
    if (!opener) throw new Error('Expected a device to have a reader of lessons')
    const started = opener.open(files, (share) => {
      if (reading === started) opening.value = { kind: 'reading', label: files.label, share }
    })
    reading = started
    const result = await started.result
    if (reading !== started) return
    reading = null
    if (!result.ok) opening.value = { kind: 'refused', refusal: result.error }
    else opening.value = { kind: 'preview', preview: await previewOf(result.value) }
  }

  async function previewOf(opened: OpenedLesson): Promise<Preview> {
    await list()
    const sourceId = opened.glimpse?.sourceId
    const known = cards.value.find((card) => card.sourceId === sourceId) ?? null
    const bundled = await services.lessons.loadIndex()
    const isBundled = bundled.some(({ id }) => id === sourceId)
    const own = known && (await (await shelf()).read(known.id))
    const before = own?.ok === true ? own.value?.editions.at(-1)?.prints : undefined
    const after = opened.sound?.prints
    const changes = before === undefined || after === undefined ? null : changesBetween(before, after)
    return { opened, known, changes, isBundled }
  }

  /** Takes the lesson of the preview in: in the place of the one that is here, or beside it. */
  async function take(where: 'update' | 'beside'): Promise<void> {
    const state = opening.value
    if (state?.kind !== 'preview' && state?.kind !== 'failed') return
    const { preview } = state
    const { glimpse, sound } = preview.opened
    if (glimpse === null || sound === null) return
    opening.value = { kind: 'saving', preview }
    const known = where === 'update' ? preview.known : null
    const id = known?.id ?? freeId(glimpse.sourceId)
    const openedAtMs = services.clock.nowMs()
    const { contentHash, prints } = sound
    const facts = { contentHash, asOf: glimpse.asOf, openedAtMs }
    const before = known === null ? [] : await editionsOf(id)
    const sameLast = before.at(-1)?.contentHash === contentHash ? before.slice(0, -1) : before
    const card: OwnLessonCard = {
      id,
      sourceId: glimpse.sourceId,
      summary: { ...sound.summary, id, ...changedOf(id, sameLast.at(-1), { prints, openedAtMs }) },
      ...facts,
    }
    const lesson: OwnLesson = {
      id,
      source: sound.source,
      lesson: sound.lesson,
      compiledVersion: COMPILED_VERSION,
      editions: [...sameLast, { ...facts, prints }].slice(-MAX_EDITIONS),
    }
    const put = await (await shelf()).put(card, lesson)
    if (!put.ok) {
      opening.value = { kind: 'failed', preview, fault: put.error.kind }
      return
    }
    library.keep(id, null)
    await list()
    if (session.lesson?.id === id) await showCorrected(id)
    opening.value = { kind: 'done', card, isUpdate: known !== null }
  }

  /** Since when answers to a question count: a review does not ask by what was answered to other words. */
  function changedOf(
    id: LessonId,
    last: Edition | undefined,
    { prints, openedAtMs }: Pick<Edition, 'prints' | 'openedAtMs'>,
  ): Pick<LessonSummary, 'changed'> {
    const earlier = cards.value.find((card) => card.id === id)?.summary.changed
    const now = last === undefined ? [] : changesBetween(last.prints, prints).questions.changed
    const changed = { ...earlier, ...Object.fromEntries(now.map((question) => [question, openedAtMs])) }
    return Object.keys(changed).length === 0 ? {} : { changed }
  }

  const freeId = (sourceId: string): LessonId => {
    for (let copy = 1; ; copy++) {
      const id = ownLessonId(sourceId, copy)
      if (!cards.value.some((card) => card.id === id)) return id
    }
  }

  async function editionsOf(id: LessonId): Promise<readonly Edition[]> {
    const read = await (await shelf()).read(id)
    return read.ok ? (read.value?.editions ?? []) : []
  }

  /** Shows what a backup has brought in the place of lessons that this page may have shown already. */
  async function showRestored(): Promise<void> {
    await list()
    editions.clear()
    for (const { id } of cards.value) library.keep(id, null)
    const open = cards.value.find(({ id }) => id === session.lesson?.id)
    if (open !== undefined && open.contentHash !== session.lesson?.contentHash) await showCorrected(open.id)
  }

  /** A sitting that is open goes on in the later edition when its page is shown again. */
  async function showCorrected(id: LessonId): Promise<void> {
    const lesson = await load(id)
    if (lesson !== null) session.replaceLesson(lesson)
  }

  /** What has changed since the edition of that content hash; null when it is not known. */
  async function correctionSince(id: LessonId, contentHash: string): Promise<Correction | null> {
    const known = editions.get(id) ?? (await editionsOf(id))
    const before = known.findLast((edition) => edition.contentHash === contentHash)
    const now = known.at(-1)
    if (before === undefined || now === undefined) return null
    const day =
      now.asOf !== null && now.asOf !== before.asOf
        ? now.asOf
        : isoOfDay(services.clock.dayOf(now.openedAtMs))
    const { sections, questions } = changesBetween(before.prints, now.prints)
    return { day, sections: sections.changed, questions: questions.changed }
  }

  function cancel(): void {
    reading?.cancel()
    reading = null
    opening.value = null
  }

  /** Whether the device did what was asked; the fault is shown otherwise. */
  function settled(result: Result<unknown, StorageFault>): boolean {
    fault.value = result.ok ? null : result.error.kind
    return result.ok
  }

  /** Takes a lesson off the device; false when it stays. What was answered stays, and belongs to it again when it is opened again. */
  async function remove(id: LessonId): Promise<boolean> {
    if (!settled(await (await shelf()).remove(id))) return false
    library.keep(id, null)
    await list()
    return true
  }

  /** Hands a lesson to the browser as a file. */
  async function save(card: OwnLessonCard, as: 'json' | 'zip'): Promise<void> {
    const read = await (await shelf()).read(card.id)
    if (!settled(read) || !read.ok) return
    if (read.value === null) return list() // another tab has removed it
    const { source } = read.value
    if (as === 'json') {
      const file = new Blob([source], { type: 'application/json' })
      services.device?.saveFile(`${card.sourceId}${LESSON_JSON_ENDING}`, file)
      return
    }
    const { id, files } = readLessonJson(await textOf(source), card.sourceId)
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${id}/${name}`, text]))
    services.device?.saveFile(`${id}.zip`, new Blob([writeZip(inFolder)], { type: 'application/zip' }))
  }

  return {
    cards,
    opening,
    fault,
    isOpening: computed(() => opening.value !== null),
    list,
    load,
    open,
    take,
    cancel,
    correctionSince,
    showRestored,
    remove,
    save,
  }
})
