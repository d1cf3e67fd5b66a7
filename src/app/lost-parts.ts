import { thisBuild } from './this-build.ts'

interface LostPartsOptions {
  /** Puts everything on the device that the reader has given. */
  readonly keep: () => Promise<void>
  /** The page was loaded again already and still lacks a part. */
  readonly giveUp: () => void
}

/** Remembered as long as the tab is open: the build for which the page was loaded again. */
const MARK = 'proofline.loaded-again'

let optionalLoads = 0

/** Loads a part that the page can do without: when it is lost, whoever asked is told, and nothing else happens. */
export async function loadOptional<Part>(load: () => Promise<Part>): Promise<Part> {
  optionalLoads++
  try {
    return await load()
  } finally {
    optionalLoads--
  }
}

/**
 * After a new version was put on the server, a page of the old one may ask for a part that is gone. It is then loaded again, once for
 * each build, at the place where the reader is; and only if the server answers, since a page without its part is better than none.
 */
export function recoverLostParts({ keep, giveUp }: LostPartsOptions) {
  let recovery: Promise<boolean> | null = null

  async function recover(): Promise<boolean> {
    await keep()
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

  window.addEventListener('vite:preloadError', () => {
    if (optionalLoads > 0) return
    recovery ??= recover().then((isLoading) => {
      if (!isLoading) recovery = null
      return isLoading
    })
  })

  return {
    /** Says what failed, unless it failed for a lost part and the page is about to be loaded again. */
    async unlessLoadingAgain(say: () => void): Promise<void> {
      if ((await recovery) !== true) say()
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
