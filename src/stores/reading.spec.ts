import { expect, it } from 'vitest'
import type { ClaimWatch } from '#core/progress/device.ts'
import type { Highlight } from '#core/progress/events.ts'
import { aTestDevice, openTestApp } from '#tests/factories/app.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { sectionId } from '#tests/factories/progress.ts'
import { memoryProgress } from '../storage/memory/progress.ts'
import { useProgressStore } from './progress.ts'
import { useReadingStore } from './reading.ts'

const lesson = aLesson()
const mark = (id: string): Highlight => ({
  id,
  level: 'b1',
  section: sectionId('harbour'),
  exact: id,
  prefix: '',
  suffix: '',
  note: '',
})

/** A browser in which each attempt is written by the first tab that wants to. */
function aBrowser() {
  const held = new Set<string>()
  const tabs = {
    claim(attempt: string, watch: ClaimWatch) {
      const isFree = !held.has(attempt)
      held.add(attempt)
      queueMicrotask(isFree ? watch.onWriter : watch.onFollower)
      return { takeOver: () => undefined, release: () => undefined }
    },
    announce: () => undefined,
  }
  const device = aTestDevice(
    { ...memoryProgress(), kind: 'device' },
    { openTabs: () => Promise.resolve(tabs) },
  )
  return async function openTab() {
    openTestApp(device, lesson)
    const [reading, progress] = [useReadingStore(), useProgressStore()]
    await reading.open(lesson)
    const keep = async (id: string): Promise<void> => {
      reading.keep(mark(id))
      await progress.flush()
    }
    return { reading, progress, keep }
  }
}

it('keeps what is marked in two tabs at once, each in a log of its own', async () => {
  const openTab = aBrowser()
  const one = await openTab()
  await one.keep('a')
  const other = await openTab()
  await one.keep('b')
  await other.keep('c')
  expect([one.progress.fault, other.progress.fault]).toEqual([null, null])
  const { reading } = await openTab()
  expect(reading.highlights.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c'])
})
