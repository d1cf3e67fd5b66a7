import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the reader's tools in the bar of the page have opened on the page below; all that the two know of each other. */
export const useReaderToolsStore = defineStore('reader-tools', () => {
  const isListening = ref(false)
  return { isListening }
})
