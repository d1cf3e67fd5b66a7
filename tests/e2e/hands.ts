import { expect, type Locator, type Page } from '@playwright/test'

/** A way to work the page; what is done is the same for all. */
export interface Hand {
  press(button: Locator): Promise<void>
  /** A radio button. */
  choose(radio: Locator): Promise<void>
  setBox(checkbox: Locator, isOn: boolean): Promise<void>
  /** Takes the place of what stands in the field. */
  type(field: Locator, text: string): Promise<void>
  /** The option at a place of a list, from 0; what the browser greys out counts. */
  select(list: Locator, value: string): Promise<void>
}

const pointer = (press: (target: Locator) => Promise<void>): Hand => ({
  press,
  async choose(radio) {
    await press(radio)
    await expect(radio).toBeChecked()
  },
  async setBox(checkbox, isOn) {
    if ((await checkbox.isChecked()) !== isOn) await press(checkbox)
    await expect(checkbox).toBeChecked({ checked: isOn })
  },
  async type(field, text) {
    await press(field)
    await field.fill(text)
  },
  async select(list, value) {
    await list.selectOption(value)
  },
})

export const mouse: Hand = pointer((target) => target.click())

export const finger: Hand = pointer((target) => target.tap())

const MOST_STEPS = 250

/** The keyboard alone: nothing here clicks, nor puts the focus anywhere. */
export function keys(page: Page): Hand {
  const { keyboard } = page

  /** Walks with Tab or Shift+Tab, whichever way the target lies, until the focus is on it or on its group of radio buttons. */
  async function walkTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const way = await target.evaluate((element) => {
        const active = document.activeElement ?? document.body
        const isGroup =
          element instanceof HTMLInputElement &&
          element.type === 'radio' &&
          active instanceof HTMLInputElement &&
          active.name === element.name
        if (active === element || isGroup) return 'there'
        if (active.contains(element)) return 'Tab'
        return active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
          ? 'Shift+Tab'
          : 'Tab'
      })
      if (way === 'there') return
      await keyboard.press(way)
    }
    throw new Error(`Expected to reach ${target.toString()} with the Tab key`)
  }

  const isFocused = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement)

  return {
    async press(button) {
      await walkTo(button)
      await keyboard.press('Enter')
    },
    async choose(radio) {
      await walkTo(radio)
      for (let steps = 0; steps < MOST_STEPS && !(await isFocused(radio)); steps++)
        await keyboard.press('ArrowDown')
      if (!(await radio.isChecked())) await keyboard.press('Space')
      await expect(radio).toBeChecked()
    },
    async setBox(checkbox, isOn) {
      if ((await checkbox.isChecked()) === isOn) return
      await walkTo(checkbox)
      await keyboard.press('Space')
      await expect(checkbox).toBeChecked({ checked: isOn })
    },
    async type(field, text) {
      await walkTo(field)
      await keyboard.press('ControlOrMeta+A')
      await keyboard.type(text)
    },
    async select(list, value) {
      await walkTo(list)
      await keyboard.press('Home')
      for (let steps = 0; steps < MOST_STEPS && (await list.inputValue()) !== value; steps++)
        await keyboard.press('ArrowDown')
      await expect(list).toHaveValue(value)
    },
  }
}
