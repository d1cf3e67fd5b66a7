import * as built from 'virtual:lessons'
import { dayAtOffset } from '#core/kernel/day.ts'
import { openProgress } from '#storage/open-progress.ts'
import type { LessonSource, Services } from '#stores/services.ts'
import { loadOptional } from '#ui/unasked.ts'
import { browserDevice } from './browser-device.ts'
import { localDay } from './local-day.ts'

const lessonSource = ({ loadIndex, loadOpening, loadWhole }: typeof built): LessonSource => ({
  loadIndex: async () => (await loadIndex()).lessonIndex,
  loadOpening: async (id) => (await loadOpening[id]?.())?.lesson ?? null,
  loadFindData: async () => (await loadOptional(() => import('virtual:find'))).findData,
  loadWhole: async (id) => (await loadWhole[id]?.())?.lesson ?? null,
})

/** The lessons that were built into the app; as a whole, so that the bundler's helper for such modules comes with the app. */
export const bundledLessons = lessonSource(built)

/** Services of a browser. */
export function browserServices(settings: Services['settings']): Services {
  const device = browserDevice(window)
  return {
    clock: { nowMs: () => Date.now(), elapsedMs: () => performance.now(), dayOf: localDay },
    newId: () => crypto.randomUUID(),
    settings,
    device,
    openProgress: (watch) => openProgress({ ...watch, name: device.database }),
    lessons: bundledLessons,
    openSpeech: async () => (await import('./browser-speech.ts')).browserSpeech(window),
    openLessonOpener: async () => (await import('./browser-lesson-opener.ts')).browserLessonOpener(),
  }
}

/** Services of a page that is rendered at build time: it knows the lessons and nothing of a reader. */
export function prerenderServices(): Services {
  const never = () => Promise.reject(new Error('A prerendered page keeps no progress and has no voice'))
  return {
    clock: { nowMs: () => 0, elapsedMs: () => 0, dayOf: dayAtOffset(0) },
    newId: () => 'prerendered',
    settings: { read: () => null, write: () => ({ ok: true, value: undefined }) },
    openProgress: never,
    lessons: bundledLessons,
    openSpeech: never,
  }
}
