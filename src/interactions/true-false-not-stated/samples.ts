import type { InteractionSample } from '#core/interaction/samples.ts'
import type { TrueFalseNotStatedBody, TrueFalseNotStatedResponse } from './logic.ts'

const truthWhy = 'No visit of a submarine is reported, only of the destroyer.'
const falseWhy = 'The article does not rule a submarine out; it is silent.'

export const samples: readonly InteractionSample<TrueFalseNotStatedBody, TrueFalseNotStatedResponse>[] = [
  {
    name: 'not stated',
    stem: 'Kim also went on board a submarine.',
    fields: {
      answer: 'not-stated',
      distractors: [
        { answer: true, misreading: 'outside', why: truthWhy },
        { answer: false, misreading: 'overclaim', why: falseWhy },
      ],
    },
    body: {
      answer: 'not-stated',
      distractors: [
        { answer: 'true', misreading: 'outside', why: truthWhy },
        { answer: 'false', misreading: 'overclaim', why: falseWhy },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { chosen: 'not-stated' },
    wrong: { chosen: 'true' },
    steps: [{ choose: { messageKey: 'interactions.true-false-not-stated.not-stated' } }],
  },
  {
    name: 'true, the notes in another order than the answers',
    stem: 'The warship was built to fight submarines.',
    fields: {
      answer: true,
      distractors: [
        { answer: 'not-stated' },
        { answer: false, misreading: 'reversed', why: 'The ship hunts submarines.' },
      ],
    },
    body: {
      answer: 'true',
      distractors: [
        { answer: 'not-stated' },
        { answer: 'false', misreading: 'reversed', why: 'The ship hunts submarines.' },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { chosen: 'true' },
    wrong: { chosen: 'false' },
    steps: [{ choose: { messageKey: 'interactions.true-false-not-stated.true' } }],
  },
]
