import { describe, expect, it, vi } from 'vitest'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import { ownLessonId } from '#core/lesson-files/own-id.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { anOwnLesson } from '#tests/factories/own-lesson.ts'
import { aBatch } from '#tests/factories/progress.ts'
import { FaultyDevice, type FaultMode } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { memoryProgress } from './memory/progress.ts'

const lesson = aLesson()
const [card, texts] = anOwnLesson(lesson)
const [other, otherTexts] = anOwnLesson(lesson, { id: ownLessonId('other'), openedAtMs: 2000 })

const shelves: readonly { kind: string; open: () => Promise<LessonShelf> }[] = [
  { kind: 'memory', open: () => memoryProgress().openShelf() },
  { kind: 'device', open: async () => (await openDevice(new FaultyDevice())).openShelf() },
]

const idsOn = async (shelf: LessonShelf): Promise<readonly string[]> => {
  const listed = await shelf.list()
  if (!listed.ok) throw new Error(listed.error.detail)
  return listed.value.map(({ id }) => id)
}

describe.each(shelves)('lessons from files in $kind', ({ open }) => {
  it('are none at first', async () => {
    const shelf = await open()
    expect(await idsOn(shelf)).toEqual([])
    expect(await shelf.read(card.id)).toEqual({ ok: true, value: null })
  })

  it('come back as they were put, last opened first', async () => {
    const shelf = await open()
    await shelf.put(card, texts)
    await shelf.put({ ...other, summary: { ...other.summary, id: other.id } }, otherTexts)
    expect(await idsOn(shelf)).toEqual([other.id, card.id])
    expect(await shelf.read(card.id)).toEqual({ ok: true, value: texts })
  })

  it('are replaced under the same id', async () => {
    const shelf = await open()
    await shelf.put(card, texts)
    await shelf.put({ ...card, contentHash: 'later' }, { ...texts, source: 'later' })
    expect(await idsOn(shelf)).toEqual([card.id])
    expect(await shelf.read(card.id)).toMatchObject({ value: { source: 'later' } })
  })

  it('take a long text as a file of the browser’s', async () => {
    const shelf = await open()
    await shelf.put(card, { ...texts, source: new Blob(['a long text']) })
    const read = await shelf.read(card.id)
    expect(read.ok && read.value && (await (read.value.source as Blob).text())).toBe('a long text')
  })

  it('are removed one by one', async () => {
    const shelf = await open()
    await shelf.put(card, texts)
    await shelf.put(other, otherTexts)
    await shelf.remove(card.id)
    expect(await idsOn(shelf)).toEqual([other.id])
    expect(await shelf.read(card.id)).toEqual({ ok: true, value: null })
  })

  it('are refused where card and texts belong to two lessons', async () => {
    const shelf = await open()
    expect(await shelf.put(card, otherTexts)).toMatchObject({ ok: false, error: { kind: 'failed' } })
    expect(await idsOn(shelf)).toEqual([])
  })
})

describe('lessons from files on the device', () => {
  it('leave the answers alone when they go, and go with them when a reader removes everything', async () => {
    const device = new FaultyDevice()
    const repository = await openDevice(device)
    const shelf = await repository.openShelf()
    await repository.append(...aBatch('a', 0, 2))
    await shelf.put(card, texts)
    await shelf.remove(card.id)
    expect(await repository.listAttempts()).toMatchObject({ ok: true, value: [{ attempt: 'a' }] })
    await shelf.put(card, texts)
    await repository.archive.erase()
    expect(await idsOn(shelf)).toEqual([])
  })

  it('have the browser asked to keep the data', async () => {
    const persist = vi.fn(() => Promise.resolve(true))
    const shelf = await (await openDevice(new FaultyDevice(), { persist })).openShelf()
    expect(persist).not.toHaveBeenCalled()
    await shelf.put(card, texts)
    expect(persist).toHaveBeenCalledOnce()
  })

  it('are written with strict durability', async () => {
    const device = new FaultyDevice()
    const shelf = await (await openDevice(device)).openShelf()
    await shelf.put(card, texts)
    expect(device.transactions.at(-1)).toMatchObject({ mode: 'readwrite', durability: 'strict' })
  })

  it('can be read and not changed while a later version keeps its data here', async () => {
    const device = new FaultyDevice()
    const first = await openDevice(device)
    await (await first.openShelf()).put(card, texts)
    first.close()
    const shelf = await (await openDevice(device, { isReadOnly: true })).openShelf()
    expect(await idsOn(shelf)).toEqual([card.id])
    expect(await shelf.put(other, otherTexts)).toMatchObject({ ok: false, error: { kind: 'newer' } })
    expect(await shelf.remove(card.id)).toMatchObject({ ok: false, error: { kind: 'newer' } })
  })

  it.each<FaultMode>(['throws', 'rejects', 'aborts'])(
    'are whole or not there at all when any operation of a put fails: %s',
    async (mode) => {
      for (let at = 1; at < 12; at++) {
        const device = new FaultyDevice()
        const shelf = await (await openDevice(device)).openShelf()
        await shelf.put(card, texts)
        device.plan({ at, mode, name: 'QuotaExceededError', isLasting: true })
        const put = await shelf.put({ ...card, contentHash: 'later' }, { ...texts, source: 'later' })
        device.plan(null)
        const listed = await shelf.list()
        const read = await shelf.read(card.id)
        const hash = listed.ok && listed.value[0]?.contentHash
        expect([hash, read.ok && read.value?.source]).toEqual(
          put.ok ? ['later', 'later'] : [card.contentHash, texts.source],
        )
        if (put.ok) return
        expect(put.error.kind).toBe('quota')
      }
      throw new Error('Expected a put with no fault in it at last')
    },
  )
})
