import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { isOwnLesson } from '#core/lesson-files/is-own-lesson.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import type { Correction } from '#core/session/session.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'
import { useServices } from './services.ts'

/** Who fetches lessons from files and knows what has changed in them. */
interface OwnLessons {
  load(id: string): Promise<Lesson | null>
  correctionSince(id: LessonId, contentHash: string): Promise<Correction | null>
}

/** The lessons of this device: their index when a page lists them, each lesson when it is opened. */
export const useLibraryStore = defineStore('library', () => {
  const services = useServices()
  const bundled = ref<readonly LessonSummary[]>([])
  /** Lessons from files; asked of the device when somebody shows a list. */
  const own = ref<readonly LessonSummary[]>([])
  const index = computed(() => [...own.value, ...bundled.value])
  const lessons = shallowReactive(new Map<string, Lesson>())
  let ownLessons: () => Promise<OwnLessons> = () =>
    Promise.reject(new Error('Nobody knows lessons from files'))

  /** Fetches the index of the lessons that came with the app. Rejects when it cannot be fetched; the next call asks again. */
  async function loadIndex(): Promise<void> {
    if (bundled.value.length === 0) bundled.value = await services.lessons.loadIndex()
  }

  /** What is known of a lesson, at least its opening; null when there is none of that name. Rejects when it cannot be fetched. */
  async function load(id: string): Promise<Lesson | null> {
    const known = lessons.get(id)
    if (known !== undefined) return known
    const lesson = await (isOwnLesson(id) ? (await ownLessons()).load(id) : services.lessons.loadOpening(id))
    if (lesson !== null) lessons.set(id, lesson)
    return lesson
  }

  /** The whole lesson, likewise. */
  async function loadWhole(id: string): Promise<Lesson | null> {
    const known = lessons.get(id)
    if (known !== undefined && known.part === undefined) return known
    const lesson = await (isOwnLesson(id) ? (await ownLessons()).load(id) : services.lessons.loadWhole(id))
    if (lesson !== null) lessons.set(id, lesson)
    return lesson
  }

  /** The loaded lesson; null before `load`. */
  const loaded = (id: string): Lesson | null => lessons.get(id) ?? null

  /** The lesson that a page is about. Throws where the page's route has not loaded it. */
  function required(id: string): Lesson {
    const lesson = lessons.get(id)
    if (lesson === undefined) throw new Error(`Expected the route to load lesson "${id}"`)
    return lesson
  }

  /** Puts a corrected lesson in place while its author works on it. */
  function replace(lesson: Lesson, summaries: readonly LessonSummary[]): void {
    lessons.set(lesson.id, lesson)
    bundled.value = summaries
  }

  return {
    index,
    loadIndex,
    load,
    loadWhole,
    loaded,
    required,
    replace,
    /** Puts the lessons from files beside the others. */
    showOwn: (summaries: readonly LessonSummary[]) => {
      own.value = summaries
    },
    /** Puts a lesson from a file in its place, or takes it away. */
    keep: (id: LessonId, lesson: Lesson | null) =>
      void (lesson === null ? lessons.delete(id) : lessons.set(id, lesson)),
    /** Says who knows the lessons from files; whoever does knows this store. */
    takeOwnFrom: (known: typeof ownLessons) => {
      ownLessons = known
    },
    /** What a lesson from a file has changed since the edition of that content hash; null where nothing is known. */
    correctionSince: async (id: LessonId, contentHash: string) =>
      isOwnLesson(id) ? (await ownLessons()).correctionSince(id, contentHash) : null,
  }
})
