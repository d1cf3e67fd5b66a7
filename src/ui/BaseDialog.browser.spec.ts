import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, ref } from 'vue'
import BaseDialog from './BaseDialog.vue'

/** A button that asks; what the dialog is given can change while it stands. */
const asking = (props: { readonly hasSteps?: boolean } = {}) => {
  const isAsking = ref(false)
  const title = ref('Remove it?')
  const close = () => (isAsking.value = false)
  const Host = defineComponent(() => () => [
    h('button', { type: 'button', onClick: () => (isAsking.value = true) }, 'Ask'),
    isAsking.value &&
      h(
        BaseDialog,
        { title: title.value, onClose: close, ...props },
        {
          default: () => 'It is gone then.',
          buttons: () => h('button', { type: 'button', onClick: close }, 'No'),
        },
      ),
  ])
  return { isAsking, title, screen: render(Host) }
}

const ask = page.getByRole('button', { name: 'Ask' })
const dialog = page.getByRole('dialog', { name: 'Remove it?' })

it('stands before everything else, named by its title, with the focus on its first control', async () => {
  await asking().screen
  await ask.click()
  await expect.element(dialog).toBeVisible()
  expect(dialog.element().matches(':modal')).toBe(true)
  await expect.element(page.getByRole('button', { name: 'No' })).toHaveFocus()
})

it('is closed by Escape, tells it, and gives the focus back', async () => {
  const { isAsking, screen } = asking()
  await screen
  await ask.click()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  expect(isAsking.value).toBe(false)
  await expect.element(ask).toHaveFocus()
})

it('can be opened and closed by keys as often as wanted', async () => {
  await asking().screen
  ask.element().focus()
  for (let time = 0; time < 3; time++) {
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  }
})

it('gives the focus back when it is taken away', async () => {
  await asking().screen
  await ask.click()
  await page.getByRole('button', { name: 'No' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(ask).toHaveFocus()
})

it('is read from its title where it has steps, and again at each step', async () => {
  const { title, screen } = asking({ hasSteps: true })
  await screen
  await ask.click()
  await expect.element(page.getByRole('heading', { name: 'Remove it?' })).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  title.value = 'Removed'
  await expect.element(page.getByRole('heading', { name: 'Removed' })).toHaveFocus()
})
