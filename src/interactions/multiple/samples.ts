import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { MultipleBody, MultipleResponse } from './logic.ts'

const [heavy, turboprop, swing, airliner] = ['Tu-160', 'Tu-95MS', 'Tu-22M3', 'Tu-214'].map(shortHash) as [
  string,
  string,
  string,
  string,
] // four in, four out
const airlinerWhy = 'The article names three types, and this passenger aircraft is not one of them.'

const ballet = 'He watched a ballet.'
const aquarium = 'He visited an aquarium.'
const treaty = 'He signed a treaty.'
const treatyWhy = 'The article says that nothing was signed.'

export const samples: readonly InteractionSample<MultipleBody, MultipleResponse>[] = [
  {
    name: 'three keys and one distractor',
    stem: 'Which strategic bombers was Kim shown?',
    fields: {
      options: [
        { text: 'Tu-160', key: true },
        { text: 'Tu-95MS', key: true },
        { text: 'Tu-22M3', key: true },
        { text: 'Tu-214', misreading: 'outside', why: airlinerWhy },
      ],
    },
    body: {
      options: [
        { id: heavy, text: 'Tu-160', isKey: true },
        { id: turboprop, text: 'Tu-95MS', isKey: true },
        { id: swing, text: 'Tu-22M3', isKey: true },
        { id: airliner, text: 'Tu-214', isKey: false, misreading: 'outside', why: airlinerWhy },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { chosen: [swing, heavy, turboprop] },
    wrong: { chosen: [airliner] },
    partly: { response: { chosen: [heavy, turboprop, airliner] }, score: 1 / 3 },
    unready: { chosen: [] },
    steps: [{ choose: 'Tu-160' }, { choose: 'Tu-95MS' }, { choose: 'Tu-22M3' }],
  },
  {
    name: 'two keys, a distractor between them',
    stem: 'What did Kim do in the city that afternoon?',
    fields: {
      options: [
        { text: ballet, key: true },
        { text: treaty, misreading: 'outside', why: treatyWhy },
        { text: aquarium, key: true },
      ],
    },
    body: {
      options: [
        { id: shortHash(ballet), text: ballet, isKey: true },
        { id: shortHash(treaty), text: treaty, isKey: false, misreading: 'outside', why: treatyWhy },
        { id: shortHash(aquarium), text: aquarium, isKey: true },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { chosen: [shortHash(ballet), shortHash(aquarium)] },
    wrong: { chosen: [shortHash(ballet), shortHash(treaty)] },
    partly: { response: { chosen: [shortHash(aquarium)] }, score: 1 / 2 },
    unready: { chosen: ['an-option-of-another-version'] },
    steps: [{ choose: ballet }, { choose: aquarium }],
  },
]
