import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createWords } from '#i18n/words.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import QuestionHost from './QuestionHost.vue'

const lesson = aLesson()
const question = lesson.questions[0]
if (question === undefined) throw new Error('Expected a question in the lesson')
const wrong = { id: option(lesson, 'A wrong one'), state: 'wrong' as const, why: 'That is another one.' }

type Props = InstanceType<typeof QuestionHost>['$props']
async function mountQuestion(props: Partial<Props> = {}) {
  const host = mount(QuestionHost, {
    props: {
      question,
      number: 3,
      total: 8,
      place: 'Section 1',
      language: 'en',
      response: null,
      verdict: null,
      grade: null,
      revealed: null,
      locked: false,
      points: null,
      hint: 0,
      proofs: [],
      showsExplanation: false,
      hintParagraph: null,
      mayRetry: false,
      mayShowAnswer: false,
      hasArticle: true,
      passage: null,
      picking: null,
      ...props,
    } as Props,
    global: { plugins: [createWords()] },
  })
  await flushPromises()
  return host
}
const buttons = (host: Awaited<ReturnType<typeof mountQuestion>>): string[] =>
  host.findAll('button').map((button) => button.text())

describe('a question on the screen', () => {
  it('is a group named by its number, with native inputs labelled by the options', async () => {
    const host = await mountQuestion()
    const group = host.get('[role="group"]')
    expect(host.get(`#${group.attributes('aria-labelledby')}`).text()).toBe('Question 3 of 8')
    expect(host.findAll('label:has(input[type="radio"])').map((label) => label.text())).toEqual([
      'The right one',
      'A wrong one',
      'A worse one',
    ])
  })

  it('hands the response up and judges nothing', async () => {
    const host = await mountQuestion()
    await host.findAll('input')[1]?.setValue(true)
    expect(host.emitted('update:response')).toEqual([[{ chosen: wrong.id }]])
    expect(host.text()).not.toContain('Not right')
  })

  it('says after a first wrong answer that it is wrong and why, and keeps answer and proof back', async () => {
    const host = await mountQuestion({
      response: { chosen: wrong.id },
      verdict: 'wrong',
      grade: { score: 0, verdict: 'wrong', parts: [wrong] },
      locked: true,
      points: 0,
      mayRetry: true,
      mayShowAnswer: true,
    })
    expect(host.text()).toContain('Not right')
    expect(host.text()).toContain('That is another one.')
    expect(host.text()).not.toContain(question.explanation)
    expect(buttons(host)).toEqual(['Show the answer', 'Try again'])
  })

  it('shows verdict, proof and explanation in this order', async () => {
    const host = await mountQuestion({
      response: { chosen: option(lesson, 'The right one') },
      verdict: 'right',
      grade: { score: 1, verdict: 'right', parts: [{ id: option(lesson, 'The right one'), state: 'right' }] },
      locked: true,
      points: 1,
      proofs: [{ quote: 'an old lighthouse', paragraph: 5, isSecond: false }],
      showsExplanation: true,
    })
    const text = host.text()
    const places = ['Right', '1 of 1 point', 'paragraph 5', 'an old lighthouse', question.explanation].map(
      (part) => text.indexOf(part),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(buttons(host)).toEqual(['Show it in the text'])
  })

  it('sends to the paragraph with the first hint and to the sentence with the second', async () => {
    expect((await mountQuestion({ hint: 1, hintParagraph: 5 })).text()).toContain(
      'Hint: look again at paragraph 5.',
    )
    expect((await mountQuestion({ hint: 2, hintParagraph: 5 })).text()).toContain(
      'the marked sentence of paragraph 5',
    )
  })

  it('shows a proof in quotes where there is no article to show it in', async () => {
    const host = await mountQuestion({
      verdict: 'right',
      hasArticle: false,
      proofs: [{ quote: 'an old lighthouse', paragraph: 5, isSecond: false }],
      showsExplanation: true,
    })
    expect(buttons(host)).toEqual([])
    expect(host.get('q').text()).toBe('an old lighthouse')
    // What stands around a quote gives it its marks: Arabic's would be the wrong way round at English words.
    expect(host.get('q').element.parentElement?.lang).toBe('en')
  })
})
