import type { LessonOpener } from '#core/lesson-files/opener.ts'
import { lessonOpener } from './lesson-opener.ts'
// oxlint-disable-next-line import/default -- the build makes this module, and its default is the address
import workerAddress from './lesson-opener-worker.ts?worker&url'
import { trustedAddress } from './trusted-address.ts'

/** The browser's own workers and clock. */
export const browserLessonOpener = (): LessonOpener =>
  lessonOpener({
    start: () => new Worker(trustedAddress(workerAddress), { type: 'module', name: 'lesson-opener' }),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  })
