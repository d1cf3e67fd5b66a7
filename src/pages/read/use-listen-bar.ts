import { onUnmounted, ref, shallowRef, watch, type Component, type ShallowRef } from 'vue'
import type { QuestionId } from '#core/kernel/ids.ts'
import type { ListenTarget } from '#core/listening/plan.ts'
import { useReaderToolsStore } from '#stores/reader-tools.ts'

/** The bar that reads aloud: fetched when it is first asked for, since most readers never do. */
export function useListenBar() {
  const tools = useReaderToolsStore()
  const bar: ShallowRef<Component | null> = shallowRef(null)
  const isMissing = ref(false)
  /** What is being read. */
  const spoken = shallowRef<ListenTarget | null>(null)
  /** The question that the reader has asked to hear; a new object each time. */
  const wanted = shallowRef<{ readonly question: QuestionId } | null>(null)

  watch(
    () => tools.isListening,
    async (isListening) => {
      spoken.value = null
      wanted.value = null
      if (!isListening || bar.value !== null) return
      isMissing.value = false
      try {
        bar.value = (await import('./ListenBar.vue')).default
      } catch (error) {
        console.warn(error)
        isMissing.value = true
        tools.isListening = false
      }
    },
  )
  onUnmounted(() => {
    tools.isListening = false
  })

  return { tools, bar, isMissing, spoken, wanted }
}
