import { describe, expect, it, vi } from 'vitest'
import { FindIndexBuilder } from '#core/find/find-index.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { aTestDevice, openTestApp } from '#tests/factories/app.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useFindStore } from './find.ts'
import { useLibraryStore } from './library.ts'

const bundled = aLesson()
const own = (title: string, changes: Partial<Lesson> = {}): Lesson => ({
  ...bundled,
  id: 'own.abc' as LessonId, // as a device would call it
  title,
  ...changes,
})

/** A library that finds the bundled lesson, and has these from files. */
function openApp(shelf: Map<string, Lesson>) {
  const builder = new FindIndexBuilder()
  builder.add(bundled)
  const loadIndex = () => Promise.resolve([summaryOf(bundled)])
  const load = (id: string) => Promise.resolve(id === bundled.id ? bundled : null)
  openTestApp(aTestDevice(memoryProgress()), bundled, {
    lessons: {
      loadIndex,
      loadOpening: load,
      loadWhole: load,
      loadFindData: () => Promise.resolve(builder.data()),
    },
  })
  const library = useLibraryStore()
  const loadOwn = vi.fn((id: string) => Promise.resolve(shelf.get(id) ?? null))
  library.takeOwnFrom(() => Promise.resolve({ load: loadOwn, correctionSince: () => Promise.resolve(null) }))
  const show = () => library.showOwn([...shelf.values()].map(summaryOf))
  show()
  const store = useFindStore()
  const idsFor = (query: string) => store.look(query).map(({ id }) => id)
  return { store, library, loadOwn, show, idsFor }
}

describe('a lesson from a file is found', () => {
  it('by its title, its text and its questions, once it was looked through', async () => {
    const { store, idsFor } = openApp(new Map([['own.abc', own('A zeppelin over Lisbon')]]))
    await store.open()
    await vi.waitFor(() => expect(store.ownChanges).toBe(2))
    expect(idsFor('zeppelin')).toEqual(['own.abc'])
    expect(idsFor('lighthouse').toSorted()).toEqual([bundled.id, 'own.abc'].toSorted())
    expect(store.processesOf(summaryOf(own('x')))).toContain('retrieve')
    const [found] = store.look('zeppelin lighthouse')
    if (found === undefined) throw new Error('Expected to find it')
    expect((await store.placesIn(found, 3)).length).toBeGreaterThan(0)
  })

  it('when it comes after the looking has begun, by its new words when it is corrected, and no more when it is removed', async () => {
    const shelf = new Map<string, Lesson>()
    const { store, library, show, idsFor } = openApp(shelf)
    await store.open()
    shelf.set('own.abc', own('A zeppelin over Lisbon'))
    show()
    await vi.waitFor(() => expect(idsFor('zeppelin')).toEqual(['own.abc']))
    shelf.set('own.abc', own('A balloon over Lisbon'))
    library.keep('own.abc' as LessonId, null)
    show()
    await vi.waitFor(() => expect(idsFor('balloon')).toEqual(['own.abc']))
    expect(idsFor('zeppelin')).toEqual([])
    shelf.clear()
    library.keep('own.abc' as LessonId, null)
    show()
    await vi.waitFor(() => expect(idsFor('balloon')).toEqual([]))
  })

  it('by its card alone where it is too long to be looked through while somebody waits', async () => {
    const long = own('A zeppelin over Lisbon', { questionCount: 100_000 })
    const { store, loadOwn, idsFor } = openApp(new Map([['own.abc', long]]))
    await store.open()
    await vi.waitFor(() => expect(idsFor('zeppelin')).toEqual(['own.abc']))
    const [found] = store.look('zeppelin')
    if (found === undefined) throw new Error('Expected to find it')
    expect(await store.placesIn(found, 3)).toEqual([])
    expect(loadOwn).not.toHaveBeenCalled()
  })
})
