import { defineStore } from 'pinia'
import { ref, shallowReactive } from 'vue'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'
import { useServices } from './services.ts'

/** The lessons of this device: an index at once, each lesson when it is opened. */
export const useLibraryStore = defineStore('library', () => {
  const services = useServices()
  const index = ref<readonly LessonSummary[]>(services.lessons.index)
  const lessons = shallowReactive(new Map<string, Lesson>())

  /** What is known of a lesson, at least its opening; null when there is none of that name. Rejects when it cannot be fetched. */
  async function load(id: string): Promise<Lesson | null> {
    const known = lessons.get(id)
    if (known !== undefined) return known
    const lesson = await services.lessons.loadOpening(id)
    if (lesson !== null) lessons.set(id, lesson)
    return lesson
  }

  /** The whole lesson, likewise. */
  async function loadWhole(id: string): Promise<Lesson | null> {
    const known = lessons.get(id)
    if (known !== undefined && known.part === undefined) return known
    const lesson = await services.lessons.loadWhole(id)
    if (lesson !== null) lessons.set(id, lesson)
    return lesson
  }

  /** The loaded lesson; null before `load`. */
  const loaded = (id: string): Lesson | null => lessons.get(id) ?? null

  /** Puts a corrected lesson in place while its author works on it. */
  function replace(lesson: Lesson, summaries: readonly LessonSummary[]): void {
    lessons.set(lesson.id, lesson)
    index.value = summaries
  }

  return { index, load, loadWhole, loaded, replace }
})
