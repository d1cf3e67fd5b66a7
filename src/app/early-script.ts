// The whole script that stands in the head of every page: see node/vite-plugin-early-script.ts.
import { leaveLateFaces } from './early-faces.ts'
import { markPresses } from './early-presses.ts'
import { showStoredSettings } from './early-settings.ts'

showStoredSettings(document.documentElement, () => localStorage, {
  preferred: navigator.languages,
  tags: __INTERFACE_LANGUAGES__,
  rightToLeft: __RTL_LANGUAGES__,
})
const [page] = performance.getEntriesByType('navigation')
leaveLateFaces(document.documentElement, {
  tookMs: performance.now() - (page !== undefined && 'requestStart' in page ? Number(page.requestStart) : 0),
  isFromWorker: Boolean(navigator.serviceWorker?.controller),
})
markPresses(document)
