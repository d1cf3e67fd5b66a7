import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** `waiting`: nothing was asked for yet. `ready`: every file of the site is on the device, and was looked for just now. */
export type OfflineStatus = 'waiting' | 'fetching' | 'ready' | 'failed' | 'unsupported'

/** What can be done about the copy of the site on this device; made real in `app/offline.ts`. */
export interface OfflineCopy {
  /** Shows the new version that waits; the page is loaded again. */
  takeNewVersion(): void
  fetchAgain(): void
}

/** The copy of the site that is kept on the device, and whether a newer one waits for the reader's consent. */
export const useOfflineStore = defineStore('offline', () => {
  const status = ref<OfflineStatus>('waiting')
  /** True from the moment when the copy has become whole until that was said. */
  const isReadyUnsaid = ref(false)
  const hasNewVersion = ref(false)
  const copy = shallowRef<OfflineCopy | null>(null)

  function show(next: OfflineStatus): void {
    if (next === 'ready' && status.value === 'fetching') isReadyUnsaid.value = true
    status.value = next
  }

  return {
    status,
    isReadyUnsaid,
    hasNewVersion,
    copy,
    show,
    takeNewVersion: () => copy.value?.takeNewVersion(),
    fetchAgain: () => copy.value?.fetchAgain(),
  }
})
