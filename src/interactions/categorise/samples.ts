import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { CategoriseBody, CategoriseResponse } from './logic.ts'

const air = shortHash('In the air')
const sea = shortHash('At sea')
const bomber = shortHash('Tu-160')
const fighter = shortHash('MiG-31')
const ship = shortHash('Marshal Shaposhnikov')
const why = 'The Tu-160 is a bomber; it stood at the airfield.'

export const samples: readonly InteractionSample<CategoriseBody, CategoriseResponse>[] = [
  {
    name: 'three cards in two groups',
    stem: 'Where does each of these move?',
    fields: {
      categories: ['In the air', 'At sea'],
      cards: [
        { text: 'Tu-160', category: 'In the air', why },
        { text: 'MiG-31', category: 'In the air' },
        { text: 'Marshal Shaposhnikov', category: 'At sea' },
      ],
    },
    body: {
      categories: [
        { id: air, text: 'In the air' },
        { id: sea, text: 'At sea' },
      ],
      cards: [
        { id: bomber, text: 'Tu-160', category: air, why },
        { id: fighter, text: 'MiG-31', category: air },
        { id: ship, text: 'Marshal Shaposhnikov', category: sea },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { cards: { [bomber]: air, [fighter]: air, [ship]: sea } },
    wrong: { cards: { [bomber]: sea, [fighter]: sea, [ship]: air } },
    partly: { response: { cards: { [bomber]: sea, [fighter]: air, [ship]: sea } }, score: 2 / 3 },
    unready: { cards: { [bomber]: air } },
    steps: [
      { choose: 'In the air', of: 'Tu-160' },
      { choose: 'In the air', of: 'MiG-31' },
      { choose: 'At sea', of: 'Marshal Shaposhnikov' },
    ],
  },
]
