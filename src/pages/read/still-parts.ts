import { defineAsyncComponent, hydrateOnInteraction, type Component, type HydrationStrategy } from 'vue'
import { whenIdle } from '#ui/when-idle.ts'
import Header from './LessonHeader.vue'
import Notes from './LessonNotes.vue'

/** A hasty reader has answered by then. */
const STILL_FOR_MS = 1500
const IDLE_WITHIN_MS = 2000

/**
 * A part of the page that says something and asks nothing: it is taken over when somebody comes near it, or when the browser is idle,
 * long after the questions can be answered; its links are links before. Dates are its cost: the first `Intl.DateTimeFormat` takes a slow
 * phone a tenth of a second.
 */
const still = <Part extends Component>(part: Part): Part =>
  defineAsyncComponent({ loader: () => Promise.resolve(part), hydrate: laterInEnglish })

const waiting = new Set<() => void>()

/** Takes over at once what still waits. */
export function takeOverStillParts(): void {
  for (const begin of waiting) begin()
}

/** Pages are delivered in English; in another language nothing may be seen of that, so nothing waits. */
const laterInEnglish: HydrationStrategy = (takeOver, forEachElement) => {
  if (document.documentElement.lang !== 'en') return takeOver()
  const begin = (): void => {
    stop()
    takeOver()
  }
  let stopWaiting = (): void => clearTimeout(timer)
  const timer = setTimeout(() => {
    stopWaiting = whenIdle(begin, IDLE_WITHIN_MS)
  }, STILL_FOR_MS)
  const stopWatching = hydrateOnInteraction(['pointerover', 'focusin'])(begin, forEachElement)
  waiting.add(begin)
  const stop = (): void => {
    waiting.delete(begin)
    stopWaiting()
    stopWatching?.()
  }
  return stop
}

export const LessonHeader = still(Header)
export const LessonNotes = still(Notes)
