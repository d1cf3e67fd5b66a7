import * as v from 'valibot'
import { defineStore } from 'pinia'
import { reactive, ref, watch } from 'vue'
import { LEVELS } from '#core/lesson/model.ts'
import { useServices } from './services.ts'

export const THEMES = ['system', 'light', 'dark'] as const
/** Shares of the reader's own text size. */
export const TEXT_SCALES = [0.9, 1, 1.15, 1.3, 1.5] as const

const settingsSchema = v.object({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  textScale: v.fallback(v.picklist(TEXT_SCALES), 1),
  /** `section`: a section's questions are checked together; `one`: each by itself. */
  pace: v.fallback(v.picklist(['section', 'one']), 'section'),
  /** How much of the article stands on the screen. */
  span: v.fallback(v.picklist(['section', 'article']), 'section'),
  retries: v.fallback(v.boolean(), true),
  givesAnswer: v.fallback(v.boolean(), true),
  /** The level that was read last; null before the first choice. */
  level: v.fallback(v.nullable(v.picklist(LEVELS)), null),
})
export type Settings = v.InferOutput<typeof settingsSchema>

/** What a first visitor has. */
export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {
  theme: null,
  textScale: null,
  pace: null,
  span: null,
  retries: null,
  givesAnswer: null,
  level: null,
})

/** The reader's choices. Kept on the device; restored after hydration, so that the prerendered page stays true. */
export const useSettingsStore = defineStore('settings', () => {
  const services = useServices()
  const values = reactive<Settings>({ ...DEFAULT_SETTINGS })
  const isRestored = ref(false)
  /** False after a choice could not be stored: it holds until the page is closed. */
  const isKept = ref(true)

  /** Reads the stored choices, once. */
  function restore(): void {
    if (isRestored.value) return
    const stored = v.safeParse(settingsSchema, services.settings.read() ?? {})
    if (stored.success) Object.assign(values, stored.output)
    isRestored.value = true
    watch(values, () => {
      isKept.value = services.settings.write({ ...values }).ok
    })
  }

  return { values, isRestored, isKept, restore }
})
