import { defineAsyncComponent, hydrateOnIdle, type Component, type HydrationStrategy } from 'vue'
import Header from './LessonHeader.vue'
import Notes from './LessonNotes.vue'

/**
 * A part of the page that says something and asks nothing: it is taken over when the browser is idle, after the questions can be
 * answered. Dates are its cost: the first `Intl.DateTimeFormat` takes a slow phone a tenth of a second.
 */
const still = <Part extends Component>(part: Part): Part =>
  defineAsyncComponent({ loader: () => Promise.resolve(part), hydrate: whenIdleInEnglish })

/** Pages are delivered in English; in another language nothing may be seen of that, so nothing waits. */
const whenIdleInEnglish: HydrationStrategy = (takeOver, forEachElement) =>
  document.documentElement.lang === 'en' ? hydrateOnIdle(2000)(takeOver, forEachElement) : takeOver()

export const LessonHeader = still(Header)
export const LessonNotes = still(Notes)
