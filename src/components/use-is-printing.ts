import { onMounted, onUnmounted, shallowRef, type Ref } from 'vue'

/** Whether the page is being put on paper, where nobody can turn to what is not shown. */
export function useIsPrinting(): Readonly<Ref<boolean>> {
  const isPrinting = shallowRef(false)
  let media: MediaQueryList | undefined
  // A browser counts the pages between this event and the change of the media: what came with the change would be cut off at the end.
  let isAnnounced = false
  const follow = (): void => {
    isPrinting.value = isAnnounced || media?.matches === true
  }
  const start = (): void => {
    isAnnounced = true
    follow()
  }
  const end = (): void => {
    isAnnounced = false
    follow()
  }
  onMounted(() => {
    media = window.matchMedia?.('print') // not everywhere where tests run
    media?.addEventListener('change', follow)
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
  })
  onUnmounted(() => {
    media?.removeEventListener('change', follow)
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
  })
  return isPrinting
}
