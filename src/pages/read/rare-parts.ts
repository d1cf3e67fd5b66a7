import { defineAsyncComponent } from 'vue'
import { unaskedPart } from '#ui/unasked.ts'

// What few readers meet, or what comes when the first screen has come to rest: each is fetched then. Only the gate is waited for.
export const CorrectionNotice = unaskedPart(async () => (await import('./CorrectionNotice.vue')).default)
export const EasierWords = unaskedPart(async () => (await import('./EasierWords.vue')).default)
export const GlossaryPanel = unaskedPart(async () => (await import('#components/GlossaryPanel.vue')).default)
export const LineFocus = unaskedPart(async () => (await import('./LineFocus.vue')).default)
export const MemoryGate = defineAsyncComponent(() => import('./MemoryGate.vue'))
export const MyReading = unaskedPart(async () => (await import('./MyReading.vue')).default)
export const SittingInfo = unaskedPart(async () => (await import('./SittingInfo.vue')).default)
