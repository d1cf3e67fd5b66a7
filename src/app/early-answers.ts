import { nextTick } from 'vue'
import { takePresses, TAKEN_OVER } from './early-presses.ts'

/**
 * A prerendered page can be answered before its script has arrived. What was chosen, typed or pressed until then is taken down before the
 * framework takes the page over (which would empty it), and given back as if it were done then.
 */
export function takeEarlyAnswers(root: Document): { giveBack(): void } {
  const choices = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')]
    .filter((input) => input.checked !== input.defaultChecked)
    .map((input) => ({ input, checked: input.checked }))
  const texts = [...root.querySelectorAll<HTMLInputElement>('input[type="text"], input[type="search"]')]
    .filter((input) => input.value !== input.defaultValue)
    .map((input) => ({ input, value: input.value }))
  const selects = [...root.querySelectorAll('select')]
    .filter((select) => select.selectedOptions[0]?.defaultSelected === false && select.selectedIndex > 0)
    .map((input) => ({ input, value: input.value }))
  const pressed = takePresses(root)
  root.dispatchEvent(new Event(TAKEN_OVER))
  return {
    giveBack() {
      for (const { input, checked } of choices) {
        input.checked = checked
        input.dispatchEvent(new Event('change', { bubbles: true }))
      }
      for (const { input, value } of [...texts, ...selects]) {
        input.value = value
        input.dispatchEvent(new Event('input', { bubbles: true }))
        input.dispatchEvent(new Event('change', { bubbles: true }))
      }
      void pressAgain(pressed)
    },
  }
}

/** Each button when the page shows what came of the one before; one that has gone with it stays unpressed. */
async function pressAgain(buttons: readonly HTMLElement[]): Promise<void> {
  for (const button of buttons) {
    await nextTick()
    if (button.isConnected) button.click()
  }
}
