import { useProgressStore } from '#stores/progress.ts'
import { isOptionalFault } from '#ui/unasked.ts'
import { thisBuild } from './this-build.ts'

interface LostPartsOptions {
  /** Puts everything on the device that the reader has given. */
  readonly keep: () => Promise<void>
  /** The page was loaded again already and still lacks a part. */
  readonly giveUp: () => void
}

/** Remembered as long as the tab is open: the build for which the page was loaded again. */
const MARK = 'proofline.loaded-again'

/**
 * After a new version was put on the server, a page of the old one may ask for a part that is gone. It is then loaded again, once for
 * each build, at the place where the reader is; and only if the server answers, since a page without its part is better than none, and if
 * all answers are on the device.
 */
export function recoverLostParts({ keep, giveUp }: LostPartsOptions) {
  let isLoadingAgain: Promise<boolean> = Promise.resolve(false)

  async function recover(): Promise<boolean> {
    await keep()
    if (useProgressStore().isOnlyCopy) return false
    const isReachable = await fetch(window.location.href, { cache: 'no-store' }).then(
      () => true,
      () => false,
    )
    if (!isReachable) return false
    if (!isFirstTime()) {
      giveUp()
      return false
    }
    window.location.reload()
    return true
  }

  window.addEventListener('vite:preloadError', ({ payload: fault }) => {
    isLoadingAgain = isLoadingAgain.then(
      async (isLoading) => isLoading || (!(await isOptionalFault(fault)) && recover()),
    )
  })

  return {
    /** Says what failed, unless it failed for a lost part and the page is about to be loaded again. */
    async unlessLoadingAgain(say: () => void): Promise<void> {
      if (!(await isLoadingAgain)) say()
    },
  }
}

/** Without a memory of the tab it counts as done, so that a page can never load itself again and again. */
function isFirstTime(): boolean {
  try {
    const isFirst = sessionStorage.getItem(MARK) !== thisBuild
    sessionStorage.setItem(MARK, thisBuild)
    return isFirst
  } catch {
    return false
  }
}
