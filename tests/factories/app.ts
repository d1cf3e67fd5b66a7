import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { ok } from '#core/kernel/result.ts'
import { dayAtOffset } from '#core/kernel/day.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { openingOf } from '#core/lesson/opening.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import type { DeviceServices, ProgressWatch, Readers } from '#core/progress/device.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { SERVICES, type Services } from '#stores/services.ts'

/** A device that outlives the apps that are opened on it. */
export interface TestDevice {
  readonly repository: ProgressRepository
  readonly services: DeviceServices
  fault: StorageFault | null
  /** What the last opened app wants to be told. */
  watch: ProgressWatch | null
  isMarked: boolean
  readers: Readers
  readonly files: { readonly name: string; readonly file: Blob }[]
  reloads: number
}

export function aTestDevice(
  repository: ProgressRepository,
  overrides: Partial<DeviceServices> = {},
): TestDevice {
  const device: TestDevice = {
    repository,
    fault: null,
    watch: null,
    isMarked: false,
    readers: { current: '', all: [{ id: '', name: '' }] },
    files: [],
    reloads: 0,
    services: {
      openTabs: () => Promise.resolve(null),
      readers: {
        read: () => device.readers,
        write(readers) {
          device.readers = readers
          return true
        },
        watch: () => undefined,
      },
      marker: {
        isSet: () => device.isMarked,
        set() {
          device.isMarked = true
        },
        remove() {
          device.isMarked = false
        },
      },
      facts: () => Promise.resolve({ isPersistent: false, usedBytes: 1000 }),
      writeBackup: () => Promise.resolve(ok(new Blob(['backup']))),
      readBackup: () => Promise.resolve(ok({ savedAtMs: 0, attempts: [], lessons: [] })),
      saveFile: (name, file) => void device.files.push({ name, file }),
      reload() {
        device.reloads += 1
      },
      ...overrides,
    },
  }
  return device
}

let ids = 0
let passedMs = 0

/** The wall clock of every test app goes on. */
export function passTime(ms: number): void {
  passedMs += ms
}

/** An app without a screen, whose stores are the active ones from here on. */
export function openTestApp(device: TestDevice, lesson: Lesson, overrides: Partial<Services> = {}): void {
  const services: Services = {
    clock: { nowMs: () => 1000 + ids + passedMs, elapsedMs: () => ids, dayOf: dayAtOffset(0) },
    newId: () => `id-${(ids += 1)}`,
    settings: { read: () => null, write: () => ok(undefined) },
    openProgress(watch) {
      device.watch = watch
      return Promise.resolve({ repository: device.repository, fault: device.fault })
    },
    device: device.services,
    openSpeech: () => Promise.resolve(null),
    lessons: {
      loadIndex: () => Promise.resolve([summaryOf(lesson)]),
      loadOpening: () => Promise.resolve(openingOf(lesson)),
      loadWhole: (id) => Promise.resolve(id === lesson.id ? lesson : null),
    },
    ...overrides,
  }
  const pinia = createPinia()
  createApp({}).provide(SERVICES, services).use(pinia)
  setActivePinia(pinia)
}
