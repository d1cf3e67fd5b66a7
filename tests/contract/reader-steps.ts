import { page, userEvent, type Locator } from 'vitest/browser'
import type { ControlName, ReaderStep } from '#core/interaction/samples.ts'
import type { MountedPlayer } from './player-harness.ts'

const nameOf = (mounted: MountedPlayer, name: ControlName): string =>
  typeof name === 'string' ? name : mounted.t(name.messageKey, { ...name.params })

function onlyElement(locators: readonly Locator[], what: string): HTMLElement {
  const found = locators
    .flatMap((locator) => locator.elements())
    .filter((element) => element instanceof HTMLElement)
  if (found.length !== 1 || !found[0]) throw new Error(`Expected one ${what}, found ${found.length}`)
  return found[0]
}

/** The one control of a step, found as a screen reader names it. */
function controlOf(mounted: MountedPlayer, step: ReaderStep): HTMLElement {
  const root = page.elementLocator(mounted.container)
  if ('choose' in step) {
    const choice = { name: nameOf(mounted, step.choose), exact: true }
    const group = step.of === undefined ? null : { name: nameOf(mounted, step.of), exact: true }
    const places =
      group === null ? [root] : (['group', 'radiogroup'] as const).map((role) => root.getByRole(role, group))
    return onlyElement(
      places.flatMap((place) => [place.getByRole('radio', choice), place.getByRole('checkbox', choice)]),
      `choice "${choice.name}"`,
    )
  }
  const [roles, label] =
    'type' in step
      ? [['textbox', 'spinbutton', 'searchbox'] as const, nameOf(mounted, step.into)]
      : 'select' in step
        ? [['combobox', 'listbox'] as const, nameOf(mounted, step.in)]
        : [['button'] as const, nameOf(mounted, step.press)]
  return onlyElement(
    roles.map((role) => root.getByRole(role, { name: label, exact: true })),
    `${roles.join(' or ')} "${label}"`,
  )
}

/** Presses Tab from the start of the harness until `isThere`. */
async function tabTo(
  mounted: MountedPlayer,
  isThere: (active: Element) => boolean,
  what: string,
): Promise<void> {
  mounted.start.focus()
  for (let presses = 0; presses < 60; presses++) {
    await userEvent.keyboard('{Tab}')
    const active = document.activeElement
    if (!active || !mounted.container.contains(active)) break
    if (isThere(active)) return
  }
  throw new Error(`Expected to reach ${what} with the Tab key`)
}

async function chooseByKeys(mounted: MountedPlayer, control: HTMLElement): Promise<void> {
  const radioName = control instanceof HTMLInputElement && control.type === 'radio' ? control.name : null
  const isInGroup = (active: Element): boolean =>
    active === control ||
    (radioName !== null && active instanceof HTMLInputElement && active.name === radioName)
  await tabTo(mounted, isInGroup, 'the choice')
  for (let presses = 0; presses < 20 && document.activeElement !== control; presses++) {
    await userEvent.keyboard('{ArrowDown}')
  }
  if (!(control instanceof HTMLInputElement && control.checked)) await userEvent.keyboard(' ')
}

async function selectByKeys(mounted: MountedPlayer, control: HTMLElement, wanted: string): Promise<void> {
  await tabTo(mounted, (active) => active === control, 'the list')
  if (!(control instanceof HTMLSelectElement)) throw new Error('Expected a native list')
  for (let presses = 0; presses < 30 && control.selectedOptions[0]?.text.trim() !== wanted; presses++) {
    await userEvent.keyboard('{ArrowDown}')
  }
}

/** Does a step by keys alone: Tab to the control, then Space, Enter, arrows or letters. */
export async function stepByKeys(mounted: MountedPlayer, step: ReaderStep): Promise<void> {
  const control = controlOf(mounted, step)
  if ('choose' in step) return chooseByKeys(mounted, control)
  if ('select' in step) return selectByKeys(mounted, control, step.select)
  await tabTo(mounted, (active) => active === control, control.outerHTML)
  if ('type' in step) {
    await userEvent.keyboard(step.type.replace(/[{[]/g, '$&$&'))
    return
  }
  await userEvent.keyboard('{Enter}')
  if (!document.activeElement || !mounted.container.contains(document.activeElement)) {
    throw new Error(`Expected the focus to stay in the player after ${control.outerHTML}`)
  }
}

/** Does a step by single taps alone; letters come from the keyboard on the screen. */
export async function stepByTaps(mounted: MountedPlayer, step: ReaderStep): Promise<void> {
  const control = controlOf(mounted, step)
  if ('select' in step) await userEvent.selectOptions(control, step.select)
  else await userEvent.click(control)
  if ('type' in step) await userEvent.fill(control, step.type)
}
