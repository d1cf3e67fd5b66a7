import type { StorageFault } from '#core/progress/repository.ts'
import { openDeviceProgress, type DeviceProgress, type DeviceProgressOptions } from './indexeddb/progress.ts'
import { memoryProgress, type MemoryProgress } from './memory/progress.ts'

/** Progress of the device, or the memory's and the reason why. With the fault `newer` the device's can be read and not written. */
export type OpenedProgress =
  | { readonly repository: DeviceProgress; readonly fault: StorageFault | null }
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
  const wanted = { ...BROWSER, ...options }
  const opened = await openDeviceProgress(wanted)
  if (opened.ok) return { repository: opened.value, fault: null }
  if (opened.error.kind === 'newer') {
    const forReading = await openDeviceProgress({ ...wanted, isReadOnly: true })
    if (forReading.ok) return { repository: forReading.value, fault: opened.error }
  }
  return { repository: memoryProgress(), fault: opened.error }
}
