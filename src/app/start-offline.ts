import { useOfflineStore } from '#stores/offline.ts'
import { whenIdle } from '#ui/when-idle.ts'
import { loadOptional } from '#ui/unasked.ts'

/** The first fetch of the whole site waits so long after the page's own files. */
const QUIET_AFTER_MS = 2000
/** A page without movement may never be called idle. */
const IDLE_WITHIN_MS = 3000

/** Later than everything that a reader waits for: fetches the part that keeps the site on the device, and starts it. */
export function startOfflineWhenQuiet(keep: () => Promise<void>): void {
  const begin = (): void => void startOffline(keep)
  const soon = (): void => void setTimeout(() => whenIdle(begin, IDLE_WITHIN_MS), QUIET_AFTER_MS)
  if (document.readyState === 'complete') soon()
  else window.addEventListener('load', soon, { once: true })
}

async function startOffline(keep: () => Promise<void>): Promise<void> {
  const offline = useOfflineStore()
  const part = await loadOptional(() => import('./offline.ts')).catch(() => null)
  if (part === null) {
    offline.show('failed')
    offline.copy = { takeNewVersion() {}, fetchAgain: () => void startOffline(keep) }
    return
  }
  const newVersion = (): void => {
    offline.hasNewVersion = true
  }
  offline.copy = part.keepOffline({ show: offline.show, newVersion, keep }, import.meta.env.BASE_URL)
}
