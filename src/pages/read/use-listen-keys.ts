import { onMounted, onUnmounted } from 'vue'
import type { ListenStep } from '#core/listening/plan.ts'

const STEPS: Readonly<Record<string, ListenStep>> = {
  ArrowLeft: { by: 'sentence', towards: -1 },
  ArrowRight: { by: 'sentence', towards: 1 },
  ArrowUp: { by: 'paragraph', towards: -1 },
  ArrowDown: { by: 'paragraph', towards: 1 },
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey

const hasKeysOfItsOwn = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

/**
 * The keys of the bar that reads aloud. Alt+P holds on the whole page, except where letters are typed: there it may write one. Single
 * keys hold only while the focus is in the bar (WCAG 2.1.4); `onKey` is its listener.
 */
export function useListenKeys(act: { toggle(): void; skip(step: ListenStep): void; close(): void }) {
  function onKey(event: KeyboardEvent): void {
    if (hasModifier(event)) return
    if (event.key === 'Escape') return act.close()
    const step = STEPS[event.key]
    if (step === undefined || hasKeysOfItsOwn(event.target)) return
    event.preventDefault()
    // Where the page runs from right to left, what comes next lies on the left.
    const isMirrored =
      step.by === 'sentence' && event.target instanceof Element && event.target.matches(':dir(rtl)')
    act.skip(isMirrored ? { ...step, towards: step.towards === 1 ? -1 : 1 } : step)
  }

  function onPageKey(event: KeyboardEvent): void {
    if (event.code !== 'KeyP' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.target instanceof HTMLElement && event.target.matches('input[type="text"], textarea')) return
    event.preventDefault()
    act.toggle()
  }

  onMounted(() => document.addEventListener('keydown', onPageKey))
  onUnmounted(() => document.removeEventListener('keydown', onPageKey))

  return { onKey }
}
