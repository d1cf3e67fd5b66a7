import { describe, expect, it, vi } from 'vitest'
import { createSSRApp, h, nextTick, ref } from 'vue'
import { takeEarlyAnswers } from './early-answers.ts'
import { markPresses } from './early-presses.ts'

/** A page as the build renders it and the app that takes it over; both know nothing of an answer. */
function aPage(markup: string) {
  document.body.innerHTML = `<div id="app">${markup}</div>`
  const given = ref<string[]>([])
  const isGone = ref(false)
  const press = (name: string): void => {
    given.value.push(`pressed ${name}`)
    if (name === 'two') isGone.value = true
  }
  const note = (event: Event): void => {
    if (event.target instanceof HTMLInputElement)
      given.value.push(event.target.type === 'radio' ? `chose ${event.target.value}` : event.target.value)
  }
  const app = createSSRApp({
    render: () =>
      h('form', [
        h('input', { type: 'radio', name: 'q', value: 'a', onChange: note }),
        h('input', { type: 'radio', name: 'q', value: 'b', onChange: note }),
        h('input', { type: 'text', value: '', onInput: note }),
        ...['one', 'two', 'gone'].map((name) =>
          isGone.value && name === 'gone'
            ? null
            : h('button', { type: 'button', onClick: () => press(name) }, h('b', name)),
        ),
        h('button', { type: 'button', popovertarget: 'x', onClick: () => given.value.push('opened') }),
      ]),
  })
  return { app, given }
}

const MARKUP =
  '<form><input type="radio" name="q" value="a"><input type="radio" name="q" value="b"><input type="text" value="">' +
  '<button type="button"><b>one</b></button><button type="button"><b>two</b></button><button type="button"><b>gone</b></button>' +
  '<button type="button" popovertarget="x"></button></form>'
const input = (index: number): HTMLInputElement => {
  const found = document.querySelectorAll('input')[index]
  if (found === undefined) throw new Error('Expected an input')
  return found
}

describe('an answer that was given before the script arrived', () => {
  it('is handed to the app that takes the page over', async () => {
    const { app, given } = aPage(MARKUP)
    input(1).checked = true
    input(2).value = 'Kalibr'
    const early = takeEarlyAnswers(document)
    app.mount('#app')
    early.giveBack()
    await nextTick()
    expect(given.value).toEqual(['chose b', 'Kalibr'])
    expect([input(1).checked, input(2).value]).toEqual([true, 'Kalibr'])
  })

  it('comes before what was pressed, which is done in its order, each once, if its button is still there', async () => {
    const { app, given } = aPage(MARKUP)
    markPresses(document)
    input(1).checked = true
    const [one, two, gone, opener] = [...document.querySelectorAll('button')]
    two?.querySelector('b')?.click()
    for (const button of [one, gone, two, opener]) button?.click()
    const early = takeEarlyAnswers(document)
    expect(document.querySelectorAll('[data-pressed]')).toHaveLength(0)
    app.mount('#app')
    early.giveBack()
    await vi.waitFor(() => expect(given.value).toEqual(['chose b', 'pressed two', 'pressed one']))
    one?.click()
    expect(given.value.slice(3)).toEqual(['pressed one'])
    expect(document.querySelectorAll('[data-pressed]')).toHaveLength(0)
  })

  it('is nothing where nothing was touched', async () => {
    const { app, given } = aPage(MARKUP)
    const early = takeEarlyAnswers(document)
    app.mount('#app')
    early.giveBack()
    await nextTick()
    expect(given.value).toEqual([])
  })
})
