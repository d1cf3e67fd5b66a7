/** Told to the document when the framework takes the page over: from then on a button does its work itself. */
export const TAKEN_OVER = 'proofline:taken-over'

/**
 * Until then a pressed button can only be marked, with how many were before it. Its work is done later: see `early-answers.ts`. One that
 * opens a popover has done it already.
 */
export function markPresses(document: Document): void {
  let count = 0
  function mark({ target }: Event): void {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('#app button:not([popovertarget])') : null
    if (button !== null) button.dataset.pressed ??= String(count++)
  }
  document.addEventListener('click', mark)
  document.addEventListener(TAKEN_OVER, () => document.removeEventListener('click', mark))
}

/** The marked buttons under `root` in the order in which they were pressed; their marks are gone. */
export function takePresses(root: ParentNode): HTMLElement[] {
  const pressed = [...root.querySelectorAll<HTMLElement>('button[data-pressed]')]
    .map((button) => ({ button, place: Number(button.dataset.pressed) }))
    .sort((one, other) => one.place - other.place)
  for (const { button } of pressed) delete button.dataset.pressed
  return pressed.map(({ button }) => button)
}
