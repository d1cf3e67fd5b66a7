import type { StorageFault } from '#core/progress/repository.ts'
import { openDeviceProgress, type DeviceProgress, type DeviceProgressOptions } from './indexeddb/progress.ts'
import { memoryProgress, type MemoryProgress } from './memory/progress.ts'

/** Progress of the device, or the memory's and the reason why. */
export type OpenedProgress =
  | { readonly repository: DeviceProgress; readonly fault: null }
  | { readonly repository: MemoryProgress; readonly fault: StorageFault }

/** What a browser gives; each can be replaced. */
const BROWSER: DeviceProgressOptions = {
  factory: () => globalThis.indexedDB,
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
  persist: () => navigator.storage.persist(),
}

/** Opens progress; never rejects, because a reader without storage can still read and answer. */
export async function openProgress(options: Partial<DeviceProgressOptions> = {}): Promise<OpenedProgress> {
  const opened = await openDeviceProgress({ ...BROWSER, ...options })
  return opened.ok
    ? { repository: opened.value, fault: null }
    : { repository: memoryProgress(), fault: opened.error }
}
