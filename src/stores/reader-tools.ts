import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ListenTarget } from '#core/listening/plan.ts'

/** What the reader's tools in the bar of the page have opened on the page below; all that the two know of each other. */
export const useReaderToolsStore = defineStore('reader-tools', () => {
  const isListening = ref(false)
  /** What is read aloud, as long as the reader's eye goes with it. */
  const followed = shallowRef<ListenTarget | null>(null)
  return { isListening, followed }
})
