import { inject, type InjectionKey } from 'vue'
import type { FindData } from '#core/find/find-index.ts'
import type { Clock } from '#core/kernel/clock.ts'
import type { Speech } from '#core/listening/speech.ts'
import type { LessonOpener } from '#core/lesson-files/opener.ts'
import type { DeviceServices, ProgressWatch } from '#core/progress/device.ts'
import type { ProgressRepository, SettingsStorage, StorageFault } from '#core/progress/repository.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'

/** What stores need from the world; made real in `app/services.ts`, faked in tests. */
export interface Services {
  readonly clock: Clock
  /** A new id that no other device makes. */
  newId(): string
  readonly settings: SettingsStorage
  /** Opens the device's progress; falls back to memory and says why. */
  openProgress(
    watch: ProgressWatch,
  ): Promise<{ readonly repository: ProgressRepository; readonly fault: StorageFault | null }>
  /** Absent where there is no device: a page that is rendered at build time, a test of something else. */
  readonly device?: DeviceServices
  readonly lessons: LessonSource
  /** The device's voices; null where there is no such thing. Rejects when their part of the app cannot be fetched. */
  openSpeech(): Promise<Speech | null>
  /** What reads lessons from files; absent where there is no device. */
  openLessonOpener?(): Promise<LessonOpener>
}

/** The bundled lessons. */
export interface LessonSource {
  /** A summary of each lesson, the latest event first. Rejects when it cannot be fetched. */
  loadIndex(): Promise<readonly LessonSummary[]>
  /** The opening of a lesson, likewise; null when there is no such lesson. */
  loadOpening(id: string): Promise<Lesson | null>
  /** What the lessons are found by, likewise; absent where nothing can be sought. */
  readonly loadFindData?: () => Promise<FindData>
  /** The whole lesson, likewise. */
  loadWhole(id: string): Promise<Lesson | null>
}

export const SERVICES: InjectionKey<Services> = Symbol('services')

/** Called inside a store's set-up. */
export function useServices(): Services {
  const services = inject(SERVICES)
  if (services === undefined) throw new Error('Expected the app to provide SERVICES before a store is used')
  return services
}
