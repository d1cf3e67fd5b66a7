// The whole script that stands in the head of every page: see node/vite-plugin-early-script.ts.
import { showStoredSettings } from './early-settings.ts'

showStoredSettings(document.documentElement, () => localStorage, {
  preferred: navigator.languages,
  tags: __INTERFACE_LANGUAGES__,
  rightToLeft: __RTL_LANGUAGES__,
})
