import { computed } from 'vue'
import { useSessionStore } from '#stores/session.ts'
import { useSettingsStore } from '#stores/settings.ts'

/** How the sitting at hand is done: what was chosen for it; in the usual way the settings say it. */
export function usePolicy() {
  const store = useSessionStore()
  const settings = useSettingsStore()
  const policy = computed(() => store.session?.policy ?? null)
  /** When questions are checked: a section's together, each by itself, or all at the end. */
  const pace = computed(() => {
    if (policy.value?.feedback === 'end') return 'end'
    if (policy.value === null || policy.value.mode === 'guided') return settings.values.pace
    return policy.value.feedback === 'question' ? 'one' : 'section'
  })
  const isUsual = computed(() => policy.value?.mode === 'guided' && store.session?.timeLimitMs === null)
  return { policy, pace, isUsual }
}
