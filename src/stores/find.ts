import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  dropLesson,
  find,
  isQuicklyRead,
  processesIn,
  putLesson,
  readFindIndex,
  type FindIndex,
  type Found,
} from '#core/find/find-index.ts'
import { placesOf, type FoundPlace } from '#core/find/find-places.ts'
import { isOwnLesson } from '#core/lesson-files/is-own-lesson.ts'
import type { Lesson, LessonSummary, Process } from '#core/lesson/model.ts'
import { useLibraryStore } from './library.ts'
import { useServices } from './services.ts'

/** Looking for lessons: the index is fetched when somebody begins to look, and the lessons from files are then added to it. */
export const useFindStore = defineStore('find', () => {
  const services = useServices()
  const library = useLibraryStore()
  const opened = shallowRef<{
    readonly index: FindIndex
    readonly processes: Readonly<Record<string, readonly Process[]>>
  } | null>(null)
  let opening: Promise<boolean> | null = null
  /** The lessons from files that the index has: whole, or as their card says. */
  const own = new Map<string, Lesson | LessonSummary>()
  const ownChanges = ref(0)
  let addingOwn = Promise.resolve()

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
    addOwn()
    return true
  }

  watch(() => library.index, addOwn)

  /** Brings the index up to the lessons from files, one run after the other. */
  function addOwn(): void {
    addingOwn = addingOwn.then(bringOwn).catch((error: unknown) => console.warn(error))
  }

  async function bringOwn(): Promise<void> {
    if (opened.value === null) return
    const { index } = opened.value
    const cards = library.index.filter(({ id }) => isOwnLesson(id))
    const gone = [...own.keys()].filter((id) => !cards.some((card) => card.id === id))
    for (const id of gone) {
      dropLesson(index, id)
      own.delete(id)
    }
    const added = cards.filter(({ id }) => !own.has(id))
    added.forEach(put)
    if (gone.length + added.length > 0) ownChanges.value += 1
    let wholeCount = 0
    for (const { id } of cards.filter(isQuicklyRead)) {
      const lesson = await library.loadWhole(id).catch(() => null)
      if (lesson === null || own.get(id) === lesson) continue // a later edition is another object
      put(lesson)
      wholeCount += 1
    }
    if (wholeCount > 0) ownChanges.value += 1
  }

  function put(lesson: Lesson | LessonSummary): void {
    if (opened.value === null) return
    const { index, processes } = opened.value
    putLesson(index, lesson)
    own.set(lesson.id, lesson)
    if ('questions' in lesson)
      opened.value = { index, processes: { ...processes, [lesson.id]: processesIn(lesson) } }
  }

  /** Best first; nothing before the index is there. */
  const look = (query: string): readonly Found[] =>
    opened.value === null ? [] : find(opened.value.index, query)

  const processesOf = ({ id }: LessonSummary): readonly Process[] => opened.value?.processes[id] ?? []

  /** Where in a lesson the words stand; nothing where it cannot be fetched, or is too long to be looked through. */
  async function placesIn({ id, terms }: Found, most: number): Promise<readonly FoundPlace[]> {
    const card = own.get(id)
    if (card !== undefined && !isQuicklyRead(card)) return []
    const lesson = await library.loadWhole(id).catch(() => null)
    return lesson === null ? [] : placesOf(lesson, terms, most)
  }

  return {
    isOpen: computed(() => opened.value !== null),
    /** Counts up when lessons from files have come into the index or left it: what is found may be another now. */
    ownChanges,
    open,
    look,
    processesOf,
    placesIn,
  }
})
