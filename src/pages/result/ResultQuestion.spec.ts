import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { QuestionView } from '#components/question-view.ts'
import { createWords } from '#i18n/words.ts'
import { questionId, sectionId } from '#tests/factories/progress.ts'
import ResultQuestion from './ResultQuestion.vue'

const gaps = ['One', 'Two'].map((word, index) => ({ id: `gap-${index + 1}`, accepted: [word] }))
const view: QuestionView = {
  question: {
    id: questionId('gaps'),
    type: 'gap',
    section: sectionId('harbour'),
    process: 'retrieve',
    stem: 'Fill the gaps.',
    reworded: [],
    points: 2,
    body: { segments: gaps, hasBank: false, distractors: [] },
    explanation: 'So it is.',
    evidence: {},
  },
  number: 1,
  total: 1,
  sectionNumber: 1,
  verdict: 'unanswered',
  isIncomplete: false,
  grade: null,
  revealed: { gaps: { 'gap-1': 'One', 'gap-2': 'Two' } },
  locked: true,
  points: 0,
  hint: 0,
  hintParagraph: null,
  proofs: [],
  showsExplanation: true,
  confidence: null,
  proof: undefined,
  isDisputed: false,
  correctedOn: null,
  isKeptBack: false,
  mayRetry: false,
  mayShowAnswer: false,
  evidence: [],
  litSentences: [],
}
const mountQuestion = (response: unknown) =>
  mount(ResultQuestion, {
    props: {
      view: { ...view, isIncomplete: response !== null },
      response,
      language: 'en',
      sentenceText: () => '',
    },
    global: { plugins: [createWords()] },
  })

it('says of a half answer that it was not complete', () => {
  const half = mountQuestion({ gaps: { 'gap-1': 'One' } })
  expect(half.get('dd').text()).toContain('One')
  expect(half.text()).toContain('not complete')
})

it('says of no answer only that there is none', () => {
  const none = mountQuestion(null)
  expect(none.get('dd').text()).toBe('No answer')
  expect(none.text()).not.toContain('not complete')
})
