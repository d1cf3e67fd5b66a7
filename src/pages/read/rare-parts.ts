import { defineAsyncComponent } from 'vue'

// What few readers meet, or what comes when the first screen has come to rest: each is fetched then.
export const CorrectionNotice = defineAsyncComponent(() => import('./CorrectionNotice.vue'))
export const EasierWords = defineAsyncComponent(() => import('./EasierWords.vue'))
export const GlossaryPanel = defineAsyncComponent(() => import('#components/GlossaryPanel.vue'))
export const LineFocus = defineAsyncComponent(() => import('./LineFocus.vue'))
export const MemoryGate = defineAsyncComponent(() => import('./MemoryGate.vue'))
export const MyReading = defineAsyncComponent(() => import('./MyReading.vue'))
export const SittingInfo = defineAsyncComponent(() => import('./SittingInfo.vue'))
