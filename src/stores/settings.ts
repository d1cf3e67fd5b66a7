import * as v from 'valibot'
import { defineStore } from 'pinia'
import { reactive, ref, watch } from 'vue'
import { DAILY_LIMITS, USUAL_DAILY_LIMIT } from '#core/settings/reviews.ts'
import { LEVELS } from '#core/lesson/model.ts'
import { RATES } from '#core/listening/rates.ts'
import { DEFAULT_LOOK, LOOKS } from '#core/settings/look.ts'
import { useServices, type Services } from './services.ts'

const settingsSchema = v.object({
  /** The interface's language: `system`, or a tag of `i18n/languages.ts`. A tag that is gone there counts as English. */
  language: v.fallback(v.pipe(v.string(), v.regex(/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i)), 'system'),
  theme: v.fallback(v.picklist(LOOKS.theme), DEFAULT_LOOK.theme),
  textScale: v.fallback(v.picklist(LOOKS.textScale), DEFAULT_LOOK.textScale),
  face: v.fallback(v.picklist(LOOKS.face), DEFAULT_LOOK.face),
  line: v.fallback(v.picklist(LOOKS.line), DEFAULT_LOOK.line),
  spacing: v.fallback(v.picklist(LOOKS.spacing), DEFAULT_LOOK.spacing),
  measure: v.fallback(v.picklist(LOOKS.measure), DEFAULT_LOOK.measure),
  lineFocus: v.fallback(v.boolean(), DEFAULT_LOOK.lineFocus),
  motion: v.fallback(v.picklist(LOOKS.motion), DEFAULT_LOOK.motion),
  /** `section`: a section's questions are checked together; `one`: each by itself. */
  pace: v.fallback(v.picklist(['section', 'one']), 'section'),
  /** How much of the article stands on the screen. */
  span: v.fallback(v.picklist(['section', 'article']), 'section'),
  retries: v.fallback(v.boolean(), true),
  givesAnswer: v.fallback(v.boolean(), true),
  /** The level that was read last; null before the first choice. */
  level: v.fallback(v.nullable(v.picklist(LEVELS)), null),
  /** How fast a voice reads aloud; 1 is its own speed. */
  listenRate: v.fallback(
    v.pipe(v.number(), v.minValue(RATES.slowest), v.maxValue(RATES.fastest)),
    RATES.usual,
  ),
  /** The chosen voices (their `voiceURI`) by the language that they read. */
  voices: v.fallback(v.record(v.string(), v.string()), () => ({})),
  /** Whether the questions of a section are read after its text. */
  listensToQuestions: v.fallback(v.boolean(), true),
  /** Reviews a day. */
  dailyReviews: v.fallback(v.picklist(DAILY_LIMITS), USUAL_DAILY_LIMIT),
})
export type Settings = v.InferOutput<typeof settingsSchema>

/** What a first visitor has. */
export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {})

/** The language that was chosen, asked before there is a store: its words are fetched while the app starts. */
export function chosenLanguage(storage: Services['settings']): string {
  const stored = v.safeParse(settingsSchema, storage.read() ?? {})
  return stored.success ? stored.output.language : DEFAULT_SETTINGS.language
}

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
