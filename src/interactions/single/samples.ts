import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { SingleBody, SingleResponse } from './logic.ts'

export const samples: readonly InteractionSample<SingleBody, SingleResponse>[] = [
  {
    name: 'a choice of three',
    stem: 'What kind of ship did the two men board?',
    fields: {
      options: [
        { text: 'A submarine', misreading: 'reversed', why: 'The ship hunts submarines; it is not one.' },
        { text: 'A destroyer', key: true },
        { text: 'A ferry', misreading: 'outside', why: 'No passenger ship is mentioned.' },
      ],
    },
    body: {
      options: [
        {
          id: shortHash('A submarine'),
          text: 'A submarine',
          isKey: false,
          misreading: 'reversed',
          why: 'The ship hunts submarines; it is not one.',
        },
        { id: shortHash('A destroyer'), text: 'A destroyer', isKey: true },
        {
          id: shortHash('A ferry'),
          text: 'A ferry',
          isKey: false,
          misreading: 'outside',
          why: 'No passenger ship is mentioned.',
        },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { chosen: shortHash('A destroyer') },
    wrong: { chosen: shortHash('A ferry') },
    unready: { chosen: 'an-option-of-another-version' },
    steps: [{ choose: 'A destroyer' }],
  },
]
