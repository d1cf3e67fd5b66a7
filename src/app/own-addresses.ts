import type { RouterHistory } from 'vue-router'
import { OWN_PREFIX } from '#core/lesson-files/is-own-lesson.ts'

/** What the address of a lesson from a file has in place of the lesson's name; the pages of the build lie there. */
export const OWN_FOLDER = '/own'

/**
 * A host has files for the lessons that were built in, and none for those from files: `/lessons/own.x/result?level=a2` in the app is
 * `/own/result?lesson=x&level=a2` in the address bar, which every host and the worker answer with the one file `/own/result/`.
 */
export const outsideAddress = (location: string): string =>
  location.replace(
    /^\/lessons\/own\.([\w-]+)([^?#]*)(\?)?/,
    (_, id: string, page: string, query?: string) =>
      `${OWN_FOLDER}${page}?lesson=${id}${query === undefined ? '' : '&'}`,
  )

/** The way back. */
export const insideAddress = (location: string): string =>
  location.replace(
    /^\/own([^?#]*?)\/?\?lesson=([\w-]+)(&)?/,
    (_, page: string, id: string, query?: string) =>
      `/lessons/${OWN_PREFIX}${id}${page}${query === undefined ? '' : '?'}`,
  )

/** A history whose addresses every host can answer. */
export const withOwnAddresses = (history: RouterHistory): RouterHistory => {
  const own: Partial<RouterHistory> = {
    get location() {
      return insideAddress(history.location)
    },
    push: (to, data) => history.push(outsideAddress(to), data),
    replace: (to, data) => history.replace(outsideAddress(to), data),
    listen: (callback) =>
      history.listen((to, from, information) =>
        callback(insideAddress(to), insideAddress(from), information),
      ),
    createHref: (location) => history.createHref(outsideAddress(location)),
  }
  return Object.setPrototypeOf(own, history) as RouterHistory // the rest is the history's
}
