import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { find, readFindIndex, type FindIndex, type Found } from '#core/find/find-index.ts'
import { placesOf, type FoundPlace } from '#core/find/find-places.ts'
import type { LessonSummary, Process } from '#core/lesson/model.ts'
import { useLibraryStore } from './library.ts'
import { useServices } from './services.ts'

/** Looking for lessons: the index is fetched when somebody begins to look. */
export const useFindStore = defineStore('find', () => {
  const services = useServices()
  const library = useLibraryStore()
  const opened = shallowRef<{
    readonly index: FindIndex
    readonly processes: Readonly<Record<string, readonly Process[]>>
  } | null>(null)
  let opening: Promise<boolean> | null = null

  /** Fetches the index, once; false where it cannot be had now. */
  function open(): Promise<boolean> {
    opening ??= load().catch((error: unknown) => {
      console.warn(error)
      opening = null
      return false
    })
    return opening
  }

  async function load(): Promise<boolean> {
    const data = await services.lessons.loadFindData?.()
    if (data === undefined) return false
    opened.value = { index: await readFindIndex(data), processes: data.processes }
    return true
  }

  /** Best first; nothing before the index is there. */
  const look = (query: string): readonly Found[] =>
    opened.value === null ? [] : find(opened.value.index, query)

  const processesOf = ({ id }: LessonSummary): readonly Process[] => opened.value?.processes[id] ?? []

  /** Where in a lesson the words stand; nothing where it cannot be fetched. */
  async function placesIn({ id, terms }: Found, most: number): Promise<readonly FoundPlace[]> {
    const lesson = await library.loadWhole(id).catch(() => null)
    return lesson === null ? [] : placesOf(lesson, terms, most)
  }

  return { isOpen: computed(() => opened.value !== null), open, look, processesOf, placesIn }
})
