import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { createWords } from '#i18n/words.ts'
import { startOrder, type OrderResponse } from './logic.ts'
import OrderPlayer from './OrderPlayer.vue'
import { orderBody } from './text.ts'

const body = orderBody(['The train arrives', 'The train leaves'])

const untouched = () =>
  render(OrderPlayer, {
    props: {
      questionId: 'q',
      body,
      response: null as OrderResponse | null,
      grade: null,
      revealed: null,
      locked: false,
      labelledBy: 'stem',
      language: 'en',
      passage: null,
      picking: null,
    },
    global: { plugins: [createWords()] },
  })

it('takes the order as shown for an answer when the reader keeps it, and offers that no more', async () => {
  const screen = await untouched()
  const keep = page.getByRole('button', { name: 'Keep this order' })
  await keep.click()
  const response = { order: startOrder(body) }
  expect(screen.emitted('update:response')).toEqual([[response]])
  await screen.rerender({ response })
  await expect.element(keep).not.toBeInTheDocument()
  expect(screen.container.contains(document.activeElement)).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
})

it('says where a moved item now stands', async () => {
  const screen = await untouched()
  await page.getByRole('button', { name: 'Move up: The train arrives' }).click()
  expect(screen.emitted('announce')).toEqual([['The train arrives: now 1 of 2.']])
})

it('does nothing, and keeps the focus, where an item can go no further', async () => {
  const screen = await untouched()
  const up = page.getByRole('button', { name: 'Move up: The train leaves' })
  await up.click({ force: true })
  expect(screen.emitted('update:response')).toBeUndefined()
  await expect.element(up).toHaveFocus()
})
