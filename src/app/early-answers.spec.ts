import { describe, expect, it } from 'vitest'
import { createSSRApp, h, nextTick, ref } from 'vue'
import { takeEarlyAnswers } from './early-answers.ts'

/** A page as the build renders it and the app that takes it over; both know nothing of an answer. */
function aPage(markup: string) {
  document.body.innerHTML = `<div id="app">${markup}</div>`
  const given = ref<string[]>([])
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
      ]),
  })
  return { app, given }
}

const MARKUP =
  '<form><input type="radio" name="q" value="a"><input type="radio" name="q" value="b"><input type="text" value=""></form>'
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

  it('is nothing where nothing was touched', async () => {
    const { app, given } = aPage(MARKUP)
    const early = takeEarlyAnswers(document)
    app.mount('#app')
    early.giveBack()
    await nextTick()
    expect(given.value).toEqual([])
  })
})
