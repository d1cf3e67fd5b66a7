import type { InteractionSample } from '#core/interaction/samples.ts'
import type { ShortTextBody, ShortTextResponse } from './logic.ts'

const cityWhy = 'En la capital no hubo ninguna reunión.'

export const samples: readonly InteractionSample<ShortTextBody, ShortTextResponse>[] = [
  {
    name: 'the name of a ship, with an expected wrong answer',
    stem: 'What is the warship called that Kim went on board?',
    fields: {
      answers: ['Marshal Shaposhnikov', 'Shaposhnikov'],
      distractors: [
        {
          text: 'Admiral Yevmenov',
          misreading: 'other-question',
          why: 'That is the officer who showed the ship.',
        },
      ],
    },
    body: {
      answers: ['Marshal Shaposhnikov', 'Shaposhnikov'],
      as: 'text',
      distractors: [
        {
          text: 'Admiral Yevmenov',
          misreading: 'other-question',
          why: 'That is the officer who showed the ship.',
        },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { text: 'the marshall Shaposhnikov' },
    wrong: { text: 'admiral Yevmenov' },
    unready: { text: '  ' },
    steps: [{ type: 'Marshal Shaposhnikov', into: { messageKey: 'part.yours' } }],
  },
  {
    name: 'a day',
    stem: 'On which day was Kim in Vladivostok?',
    fields: { answers: ['16 September 2023'], as: 'date' },
    body: { answers: ['16 September 2023'], as: 'date', distractors: [] },
    context: { language: 'en', evidence: [] },
    right: { text: '2023-09-16' },
    wrong: { text: '15 September 2023' },
    unready: { text: '' },
    steps: [{ type: 'September 16', into: { messageKey: 'part.yours' } }],
  },
  {
    name: 'a word of another language',
    stem: '¿En qué ciudad se reunieron?',
    fields: {
      answers: ['Vladivostok'],
      distractors: [{ text: 'Moscú', misreading: 'wrong-detail', why: cityWhy }],
    },
    body: {
      answers: ['Vladivostok'],
      as: 'text',
      distractors: [{ text: 'Moscú', misreading: 'wrong-detail', why: cityWhy }],
    },
    context: { language: 'es', evidence: [] },
    right: { text: 'VLADIVOSTOK.' },
    wrong: { text: 'moscu' },
    unready: { text: '' },
    steps: [{ type: 'Vladivostok', into: { messageKey: 'part.yours' } }],
  },
]
