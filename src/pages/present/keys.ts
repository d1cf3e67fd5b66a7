export type Move = 'forward' | 'back' | 'start' | 'end' | 'fullscreen' | 'leave'

interface Press {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** What has the focus, as far as it has keys of its own. */
export type FocusKind = 'page' | 'button' | 'radio' | 'field'

/**
 * What a key does; null leaves it to the browser and to the control that has the focus. A presenter's remote sends PageUp and PageDown. No
 * letter does anything, since one that is dictated would (WCAG 2.1.4).
 */
export function moveOfKey(press: Press, focus: FocusKind, direction: 'ltr' | 'rtl'): Move | null {
  if (press.ctrlKey || press.altKey || press.metaKey || focus === 'field') return null
  const [ahead, behind] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  switch (press.key) {
    case 'PageDown':
      return 'forward'
    case 'PageUp':
      return 'back'
    case 'Home':
      return 'start'
    case 'End':
      return 'end'
    case 'Escape':
      return 'leave'
    case ' ':
      return focus === 'page' ? (press.shiftKey ? 'back' : 'forward') : null
    case ahead:
      return focus === 'radio' ? null : 'forward'
    case behind:
      return focus === 'radio' ? null : 'back'
    default:
      return null
  }
}

/** The keys that the element with the focus keeps to itself. */
export function focusKindOf(element: EventTarget | null): FocusKind {
  if (!(element instanceof Element)) return 'page'
  if (element.matches('input[type="radio"]')) return 'radio'
  if (element.matches('select, textarea, input:not([type="checkbox"])')) return 'field'
  return element.matches('button, a, summary, input, [role="button"]') ? 'button' : 'page'
}
