import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { logicOf, everySample, passageFor } from './interaction-samples.ts'
import { mountPlayer, type PlayerState } from './player-harness.ts'
import { stepByKeys, stepByTaps } from './reader-steps.ts'

import.meta.glob('/src/ui/*.css', { eager: true })

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

beforeEach(() => page.viewport(800, 900))
afterEach(() => {
  delete document.documentElement.dataset['theme']
})

/** Questions stand on a sheet: contrast is measured on what a reader sees. */
const surface = document.createElement('style')
surface.textContent = `
  body { background: var(--sheet); }
  .harness { padding: 0.5rem; }
`
document.head.append(surface)

describe.each(everySample)('$type: $name', ({ type, sample }) => {
  const logic = logicOf(type)
  const gradeFor = (response: unknown) => logic.grade(sample.body, response, sample.context)
  const key = logic.reveal(sample.body, sample.context)
  const mount = (state?: PlayerState) => mountPlayer(type, sample, passageFor(type), state)

  it('is answered by keys alone', async () => {
    const mounted = await mount()
    for (const step of sample.steps) await stepByKeys(mounted, step)
    expect(gradeFor(mounted.response.value).verdict).toBe('right')
  })

  it('is answered by taps alone', async () => {
    const mounted = await mount()
    for (const step of sample.steps) await stepByTaps(mounted, step)
    expect(gradeFor(mounted.response.value).verdict).toBe('right')
  })

  it('emits responses of its own kind only, and keeps the last one in view', async () => {
    const mounted = await mount()
    for (const step of sample.steps) await stepByTaps(mounted, step)
    expect(mounted.given.length).toBeGreaterThan(0)
    expect(mounted.given.filter((response) => !logic.isValidResponse(response))).toEqual([])
  })

  it('takes nothing once it is locked', async () => {
    for (const response of [null, sample.wrong]) {
      const mounted = await mount({
        response,
        grade: response === null ? null : gradeFor(response),
        revealed: key,
        locked: true,
      })
      const controls = mounted.container.querySelectorAll<HTMLElement>(
        'button, input, select, textarea, a, [tabindex]:not(#harness-stem)',
      )
      for (const control of controls) {
        control.click()
        control.focus()
        if (document.activeElement === control) await userEvent.keyboard('a {Enter}{ArrowDown}')
      }
      expect(mounted.given).toEqual([])
      mounted.container.remove()
    }
  })

  const states: readonly [name: string, state: PlayerState][] = [
    ['untouched', {}],
    ['answered', { response: sample.right }],
    ['graded wrong, to be tried again', { response: sample.wrong, grade: gradeFor(sample.wrong) }],
    [
      'graded wrong, locked, with the key',
      { response: sample.wrong, grade: gradeFor(sample.wrong), revealed: key, locked: true },
    ],
    [
      'graded right, locked',
      { response: sample.right, grade: gradeFor(sample.right), revealed: key, locked: true },
    ],
    ...(sample.partly
      ? [
          [
            'graded partly, locked, with the key',
            {
              response: sample.partly.response,
              grade: gradeFor(sample.partly.response),
              revealed: key,
              locked: true,
            },
          ] as [string, PlayerState],
        ]
      : []),
  ]

  describe.each(states)('%s', (_name, state) => {
    it.each(['light', 'dark'])('has no fault that axe knows, %s', async (theme) => {
      document.documentElement.dataset['theme'] = theme
      const { container } = await mount(state)
      const { violations } = await axe.run(container, { runOnly: WCAG })
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => [node.html, node.failureSummary])]),
      ).toEqual([])
    })

    it('fits a screen of 320 pixels', async () => {
      await page.viewport(320, 640)
      await mount(state)
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    })
  })

  it('is read aloud with nothing that its player does not show', async () => {
    const { container } = await mount()
    const shown = container.textContent.replace(/\s+/g, ' ')
    const heard = logic
      .offers(sample.body)
      .flatMap((offer) => (offer.kind === 'passage' ? offer.segments : offer.items))
      .filter((text) => typeof text === 'string')
    expect(heard.filter((text) => !shown.includes(text.replace(/\s+/g, ' ').trim()))).toEqual([])
  })

  it('has targets of 44 pixels', async () => {
    const { container } = await mount()
    const controls = [...container.querySelectorAll<HTMLElement>('button, input, select, textarea')]
    expect(controls.length).toBeGreaterThan(0)
    const small = controls.filter((control) => {
      const { width, height } = control.getBoundingClientRect()
      return width < 44 || height < 44
    })
    expect(small.map((control) => control.outerHTML)).toEqual([])
  })
})
