import type { Directive } from 'vue'

/** A message that goes when what was pressed in it is done: the focus does not go with it, but to the page it stood above. */
export const vPassesFocus: Directive<HTMLElement> = {
  beforeUnmount(message) {
    if (message.contains(document.activeElement))
      document.getElementById('main')?.focus({ preventScroll: true })
  },
}
