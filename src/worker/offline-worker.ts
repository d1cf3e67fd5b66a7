// The service worker, <base>sw.js: keeps one whole build on the device and answers from it. See docs/decisions/0008-offline.md.
import { files, version } from 'virtual:site-files'
import { keptFiles } from './kept-files.ts'
import { pageMessage, WHICH_BUILD, type CheckAnswer } from './messages.ts'
import type { WorkerClient, WorkerScope } from './scope.ts'

const scope = self as unknown as WorkerScope // this file runs as a service worker and nowhere else
const kept = keptFiles(
  { scope: scope.registration.scope, caches, fetch: (what, options) => fetch(what, options) },
  { files, version },
)

/** A page that is asleep says nothing; it may still need its files. */
const ANSWER_WITHIN_MS = 10_000

scope.addEventListener('install', (event) => {
  event.waitUntil(kept.complete())
  // Without them every request starts the worker, and is answered the same.
  event.addRoutes?.(kept.routes()).catch((error: unknown) => console.warn(error))
})

// Also the page that has fetched this worker is answered from here on. A later build gets here with the reader's consent only.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

scope.addEventListener('fetch', (event) => {
  const answer = kept.answer(event.request)
  if (answer !== null) event.respondWith(answer)
})

scope.addEventListener('message', (event) => {
  const message = pageMessage(event.data)
  if (message?.kind === 'take-over') event.waitUntil(scope.skipWaiting())
  if (message?.kind === 'check') event.waitUntil(check(event.ports))
})

async function check(ports: readonly MessagePort[]): Promise<void> {
  await kept.complete().catch((error: unknown) => console.warn(error))
  const answer: CheckAnswer = { missing: (await kept.missing()).length }
  for (const port of ports) port.postMessage(answer)
  void clearOldFiles() // not waited for: a new version that is wanted now would have to wait too
}

/** A page that was opened on an earlier build asks for that build's parts as long as it is open. */
async function clearOldFiles(): Promise<void> {
  const isChanging = () => scope.registration.installing !== null || scope.registration.waiting !== null
  if (isChanging()) return
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const ours = pages.filter(({ url }) => url.startsWith(scope.registration.scope))
  const builds = await Promise.all(ours.map(askForBuild))
  if (!isChanging() && builds.every((build) => build !== null && kept.isOwn(build))) await kept.forgetOthers()
}

function askForBuild(page: WorkerClient): Promise<string | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MS, null)
    port1.addEventListener('message', ({ data }) => resolve(typeof data === 'string' ? data : null))
    port1.start()
    page.postMessage(WHICH_BUILD, [port2])
  })
}
