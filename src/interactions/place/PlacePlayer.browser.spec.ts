import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { createWords } from '#i18n/words.ts'
import { placeLogic, type PlaceResponse } from './logic.ts'
import PlacePlayer from './PlacePlayer.vue'
import { samples } from './samples.ts'

const sample = samples[0]
if (sample === undefined) throw new Error('Expected a sample')
const { body, context } = sample
const [factory, port] = body.places

const shown = async (state: { response?: PlaceResponse; locked?: boolean } = {}) => {
  const response = state.response ?? null
  const screen = await render(PlacePlayer, {
    props: {
      questionId: 'q',
      body,
      response,
      grade: response === null ? null : placeLogic.grade(body, response, context),
      revealed: state.locked === true ? placeLogic.reveal(body, context) : null,
      locked: state.locked ?? false,
      labelledBy: 'stem',
      language: 'en',
      passage: null,
      picking: null,
    },
    global: { plugins: [createWords()] },
  })
  await expect.poll(() => screen.container.querySelector('path.land')?.getAttribute('d')).toMatch(/^M/)
  const map = screen.container.querySelector('svg')
  if (map === null) throw new Error('Expected a map')
  return { screen, map }
}

/** So many pixels beside the dot of a place. */
const beside = (map: Element, index: number, pixels: number): { x: number; y: number } => {
  const dot = map.querySelectorAll('circle')[index]?.getBoundingClientRect()
  const { left, top } = map.getBoundingClientRect()
  if (dot === undefined) throw new Error('Expected a dot')
  return { x: dot.left + dot.width / 2 - left + pixels, y: dot.top + dot.height / 2 - top }
}

it('takes a tap near a dot for the place of the dot', async () => {
  const { screen, map } = await shown()
  await userEvent.click(map, { position: beside(map, 1, 12) })
  expect(screen.emitted('update:response')).toEqual([[{ chosen: port?.id }]])
})

it('takes a tap elsewhere for a point of the Earth', async () => {
  const { screen, map } = await shown()
  await userEvent.click(map, { position: beside(map, 0, -60) })
  const [[point]] = screen.emitted<[{ latitude: number; longitude: number }]>('update:response') as [
    [{ latitude: number; longitude: number }],
  ]
  expect(point.latitude).toBeCloseTo(factory?.latitude ?? 0, -1)
  expect(point.longitude).toBeLessThan(factory?.longitude ?? 0)
  expect(placeLogic.isReady(body, point)).toBe(true)
})

it('takes no tap once it is locked, and says how far the point was', async () => {
  const { screen, map } = await shown({ response: { latitude: 40, longitude: 135 }, locked: true })
  await userEvent.click(map, { position: beside(map, 1, 0) })
  expect(screen.emitted('update:response')).toBeUndefined()
  await expect.element(page.getByText(/Your point lies 4\d\d km from .?Port.?\./)).toBeVisible()
})

it('shows in the list what a point was near to, once that may be known', async () => {
  await shown({ response: { latitude: 50.2, longitude: 136.5 } })
  await expect.element(page.getByRole('radio', { name: 'Factory town' })).toBeChecked()
})
