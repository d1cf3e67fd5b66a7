import axe from 'axe-core'
import { render } from 'vitest-browser-vue'
import { describe, expect, it } from 'vitest'
import type { PartGrade } from '#core/grading/grade.ts'
import { createWords } from '#i18n/words.ts'
import { passage } from './evidence/samples.ts'
import SentencePicker from './SentencePicker.vue'

interface State {
  readonly sentence?: string
  readonly parts?: readonly PartGrade[]
  readonly picking?: boolean | null
  readonly locked?: boolean
}

const mount = (state: State = {}) =>
  render(SentencePicker, {
    props: {
      id: 'q',
      sentence: state.sentence ?? null,
      parts: state.parts ?? [],
      passage,
      picking: state.picking === undefined ? false : state.picking,
      locked: state.locked ?? false,
      labelledBy: 'stem',
      language: 'en',
    },
    global: { plugins: [createWords()] },
  })

describe('picking a sentence beside an article', () => {
  it('asks the host to let the reader tap, and to stop', async () => {
    const screen = await mount()
    await screen.getByRole('button', { name: 'Pick the sentence in the text', pressed: false }).click()
    await screen.rerender({ picking: true })
    await screen.getByRole('button', { name: 'Stop picking', pressed: true }).click()
    expect(screen.emitted('pick')).toHaveLength(2)
  })

  it('quotes the picked sentence with its place, and takes it back', async () => {
    const screen = await mount({ sentence: 'airfield.0000002' })
    await expect.element(screen.getByText('Your proof:')).toHaveTextContent('(paragraph 5, sentence 2)')
    await screen.getByRole('button', { name: 'Clear' }).click()
    expect(screen.emitted('clear')).toHaveLength(1)
  })

  it('keeps the focus when the button that clears goes with the sentence', async () => {
    const screen = await mount({ sentence: 'airfield.0000002' })
    await screen.getByRole('button', { name: 'Clear' }).click()
    await screen.rerender({ sentence: null })
    expect(screen.container.contains(document.activeElement)).toBe(true)
  })

  it('offers the sentences in a list that opens by keys', async () => {
    const screen = await mount()
    await screen.getByText('Or choose it from a list').click()
    await screen.getByRole('radio', { name: 'The display did not stop there.' }).click()
    expect(screen.emitted('choose')).toEqual([['airfield.0000003']])
  })

  it('says so when the picked sentence is not in the text that is shown', async () => {
    const screen = await mount({ sentence: 'gone' })
    await expect.element(screen.getByText('The sentence that you picked is not in this text.')).toBeVisible()
  })

  it('leaves it to the article to show what was right', async () => {
    const parts: PartGrade[] = [
      { id: 'airfield.0000003', state: 'wrong', why: 'It tells of another day.' },
      { id: 'airfield.0000001', state: 'missed' },
    ]
    const screen = await mount({ sentence: 'airfield.0000003', parts, locked: true })
    expect(screen.getByRole('radio').elements()).toEqual([])
    const note = screen.getByText('Not this one.').element().parentElement
    expect(note?.textContent.trim()).toBe('Not this one. It tells of another day.')
  })

  it('shows what would have been right once it may, and has no fault that axe knows', async () => {
    const parts: PartGrade[] = [
      { id: 'airfield.0000003', state: 'wrong' },
      { id: 'airfield.0000001', state: 'missed' },
      { id: 'another-level.0000009', state: 'missed' },
    ]
    const screen = await mount({
      sentence: 'airfield.0000003',
      parts,
      picking: null,
      locked: true,
    })
    await expect.element(screen.getByText('You left this one out.')).toBeVisible()
    expect(screen.getByRole('button').elements()).toEqual([])
    const { violations } = await axe.run(screen.container, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
