import { onMounted, onUnmounted, shallowRef, type Ref } from 'vue'

/** Whether the page is being put on paper, where nobody can turn to what is not shown. */
export function useIsPrinting(): Readonly<Ref<boolean>> {
  const isPrinting = shallowRef(false)
  let media: MediaQueryList | undefined
  const follow = (): void => {
    isPrinting.value = media?.matches === true
  }
  onMounted(() => {
    media = window.matchMedia?.('print') // not everywhere where tests run
    media?.addEventListener('change', follow)
  })
  onUnmounted(() => media?.removeEventListener('change', follow))
  return isPrinting
}
