import {
  openDeviceProgress,
  type DeviceProgress,
  type DeviceProgressOptions,
} from '#storage/indexeddb/progress.ts'
import type { FaultyDevice } from './faulty-indexeddb.ts'

/** Opening on a test's device: no timer rings, the browser agrees to keep the data. */
export const deviceOptions = (
  device: FaultyDevice,
  overrides: Partial<DeviceProgressOptions> = {},
): DeviceProgressOptions => ({
  factory: () => device.factory,
  setTimer: () => () => undefined,
  persist: () => Promise.resolve(true),
  ...overrides,
})

/** The device's progress; throws when it cannot be opened. */
export async function openDevice(
  device: FaultyDevice,
  overrides: Partial<DeviceProgressOptions> = {},
): Promise<DeviceProgress> {
  const opened = await openDeviceProgress(deviceOptions(device, overrides))
  if (!opened.ok)
    throw new Error(`Expected an open device, found ${opened.error.kind}: ${opened.error.detail}`)
  return opened.value
}
