import type { OfflineCopy, OfflineStatus } from '#stores/offline.ts'
import { WHICH_BUILD, type CheckAnswer, type PageMessage } from '#worker/messages.ts'
import { thisBuild } from './this-build.ts'
import { trustedAddress } from './trusted-address.ts'

interface OfflineView {
  show(status: OfflineStatus): void
  newVersion(): void
  /** Puts everything on the device that the reader has given; called before the page is loaded again. */
  keep(): Promise<void>
}

/** The first fetch of the whole site may be slow; a worker that says nothing for so long is not going to. */
const CHECK_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 3_600_000

/** Asks for the worker that keeps the site on the device, and tells how it stands with it. */
export function keepOffline(view: OfflineView, base: string): OfflineCopy | null {
  if (!('serviceWorker' in navigator)) {
    view.show('unsupported')
    return null
  }
  const container = navigator.serviceWorker
  const address = trustedAddress(`${base}sw.js`)
  let registration: ServiceWorkerRegistration | null = null
  let wasControlled = container.controller !== null
  let isAgreed = false

  container.addEventListener('message', (event) => {
    if (event.data === WHICH_BUILD) event.ports[0]?.postMessage(thisBuild)
  })
  container.startMessages()
  container.addEventListener('controllerchange', () => {
    if (isAgreed) window.location.reload()
    // Another tab has taken the new version; this one goes on with the parts of its own, which are kept for it.
    else if (wasControlled) view.newVersion()
    wasControlled = true
  })

  const followNewest = (): void => follow(registration?.installing)

  async function register(): Promise<void> {
    try {
      registration = await container.register(address, { scope: base, updateViaCache: 'none' })
      registration.addEventListener('updatefound', followNewest)
      follow(registration.installing)
      if (registration.waiting !== null && registration.active !== null) view.newVersion()
      if (registration.active !== null) await check(registration.active)
    } catch {
      view.show('failed') // the browser's own tools say why
    }
  }

  /** A first worker is followed until the site is on the device, a later one until it waits. */
  function follow(worker: ServiceWorker | null | undefined): void {
    if (!worker) return
    const hasOlder = registration?.active != null
    if (!hasOlder) view.show('fetching')
    worker.addEventListener('statechange', () => {
      if (hasOlder) {
        if (worker.state === 'installed') view.newVersion()
      } else if (worker.state === 'activated') void check(worker)
      else if (worker.state === 'redundant') view.show('failed')
    })
  }

  async function check(worker: ServiceWorker): Promise<void> {
    view.show((await missingFiles(worker)) === 0 ? 'ready' : 'failed')
  }

  // A browser looks for a new version when a page is opened; one that stays open for days asks when the reader is back.
  let lookedAtMs = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAtMs < LOOK_EVERY_MS) return
    lookedAtMs = Date.now()
    registration?.update().catch(() => undefined) // without net there is nothing to find
  })

  async function takeNewVersion(): Promise<void> {
    await view.keep()
    isAgreed = true
    if (registration?.waiting == null) window.location.reload()
    else registration.waiting.postMessage({ kind: 'take-over' } satisfies PageMessage, [])
  }

  void register()
  return {
    takeNewVersion: () => void takeNewVersion(),
    fetchAgain() {
      view.show('fetching')
      void register()
    },
  }
}

/** How many files the worker misses, after it has tried to fetch them; null when it says nothing. */
function missingFiles(worker: ServiceWorker): Promise<number | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    setTimeout(resolve, CHECK_WITHIN_MS, null)
    port1.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => resolve(data.missing))
    port1.start()
    worker.postMessage({ kind: 'check' } satisfies PageMessage, [port2])
  })
}
