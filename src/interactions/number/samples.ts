import type { InteractionSample } from '#core/interaction/samples.ts'
import type { NumberBody, NumberResponse } from './logic.ts'

const legWhy = 'That is one way only.'

export const samples: readonly InteractionSample<NumberBody, NumberResponse>[] = [
  {
    name: 'a distance with unit, tolerance and an expected wrong answer',
    stem: 'How far did the train travel there and back?',
    fields: {
      answer: 2400,
      tolerance: 100,
      unit: 'km',
      distractors: [{ value: 1200, misreading: 'other-question', why: legWhy }],
    },
    body: {
      answer: 2400,
      tolerance: 100,
      unit: 'km',
      distractors: [{ value: 1200, misreading: 'other-question', why: legWhy }],
    },
    context: { language: 'en', evidence: [] },
    right: { text: '2,350 km' },
    wrong: { text: '1200' },
    unready: { text: '2,400 miles' },
    steps: [{ type: '2400', into: { messageKey: 'part.yours' } }],
  },
  {
    name: 'an exact count',
    stem: 'How many types of bomber stood on the airfield?',
    fields: { answer: 3 },
    body: { answer: 3, tolerance: 0, distractors: [] },
    context: { language: 'en', evidence: [] },
    right: { text: '３' },
    wrong: { text: '2' },
    unready: { text: 'three' },
    steps: [{ type: '3', into: { messageKey: 'part.yours' } }],
  },
  {
    name: 'a decimal number in a language with a comma',
    stem: 'Wie viele Stunden dauerte das Gespräch?',
    fields: { answer: 1.5, tolerance: 0.1, unit: 'h' },
    body: { answer: 1.5, tolerance: 0.1, unit: 'h', distractors: [] },
    context: { language: 'de', evidence: [] },
    right: { text: '1,4' },
    wrong: { text: '15' },
    unready: { text: '' },
    steps: [{ type: '1,5', into: { messageKey: 'part.yours' } }],
  },
]
