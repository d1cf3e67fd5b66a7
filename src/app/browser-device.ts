import type { DeviceServices } from '#core/progress/device.ts'
import { databaseOf, localMarker, localReaders } from '#storage/local/readers.ts'
import { loadOptional } from '#ui/unasked.ts'
import { broadcastChannel, browserTabs } from './browser-tabs.ts'

/** The database of the reader at hand; the page keeps it until it is loaded anew, whatever another tab chooses. */
export interface BrowserDevice extends DeviceServices {
  readonly database: string
}

export function browserDevice(page: Window): BrowserDevice {
  const storage = () => page.localStorage
  const readers = localReaders(storage, page)
  const { current } = readers.read()
  const database = databaseOf(current)
  const canShare = 'locks' in page.navigator && 'BroadcastChannel' in page
  const reload = (where?: 'library'): void => {
    if (where === 'library') page.location.assign(import.meta.env.BASE_URL)
    else page.location.reload()
  }
  // A tab must not go on showing one reader's answers when another one has sat down.
  readers.watch(() => {
    if (readers.read().current !== current) reload('library')
  })
  return {
    database,
    readers,
    reload,
    async openTabs() {
      if (!canShare) return null
      const channel = broadcastChannel(`${database}.sittings`)
      return browserTabs({ locks: page.navigator.locks, channel, prefix: database })
    },
    marker: localMarker(storage, current),
    async facts() {
      // What every browser says counts the copy for reading offline too, which is a hundred times as large; Chromium tells them apart.
      const estimate: StorageEstimate & { readonly usageDetails?: { readonly indexedDB?: number } } =
        await page.navigator.storage.estimate()
      return {
        isPersistent: await page.navigator.storage.persisted(),
        usedBytes: estimate.usageDetails?.indexedDB ?? null,
      }
    },
    async writeBackup({ archive, openShelf }, unsaved) {
      // The page may hold the only copy of what was answered: it is not loaded anew for what cannot be fetched.
      const { writeBackup } = await loadOptional(() => import('#storage/backup/write.ts'))
      const shelf = await loadOptional(openShelf).catch((error: unknown) => {
        if (unsaved.length === 0) throw error
        return undefined // what only the page knows must get out in any case
      })
      return writeBackup(archive, { nowMs: Date.now(), unsaved, shelf })
    },
    readBackup: async (file) => (await import('#storage/backup/read.ts')).readBackup(file),
    saveFile(name, file) {
      const link = page.document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = name
      link.click()
      // The browser begins to read it after the click; a minute is enough for any disk.
      page.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    },
  }
}
