import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Backup, BackupRefusal, DataReport, MergeReport } from '#core/progress/archive.ts'
import type { DeviceFacts, Readers } from '#core/progress/device.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSessionStore } from './session.ts'

/** What came of the last thing that was asked for. */
export type DataNews =
  | { readonly kind: 'checked'; readonly report: DataReport }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'merged'; readonly report: MergeReport }
  | { readonly kind: 'refused'; readonly refusal: BackupRefusal['kind'] }
  | { readonly kind: 'failed' }

/** A reader's data on this device as a whole: looked through, taken along, brought back, removed; and who else uses the device. */
export const useDataStore = defineStore('data', () => {
  const services = useServices()
  const { device, clock } = services
  const progress = useProgressStore()
  const session = useSessionStore()
  const facts = ref<DeviceFacts | null>(null)
  const news = shallowRef<DataNews | null>(null)
  /** A backup that was read and waits for a yes. */
  const waiting = shallowRef<Backup | null>(null)
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
      const { archive } = await progress.open()
      const written = await device?.writeBackup(archive, progress.unsaved())
      if (written?.ok !== true) return { kind: 'failed' }
      const day = new Date(clock.nowMs()).toISOString().slice(0, 10)
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
      waiting.value = read.value
      return null
    })

  const restore = () =>
    busy(async () => {
      if (waiting.value === null) return null
      await progress.flush()
      const { archive } = await progress.open()
      const merged = await archive.merge(waiting.value.attempts)
      if (!merged.ok) return { kind: 'failed' }
      waiting.value = null
      const found = await archive.check()
      if (found.ok && found.value.stale.length > 0) await progress.rebuild(found.value.stale)
      await progress.relist()
      await session.reread()
      device?.marker.set()
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
