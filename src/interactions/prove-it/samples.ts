import type { PassageSentence } from '#core/interaction/player.ts'
import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { ProveItBody, ProveItResponse } from './logic.ts'

const ships = 'To show that the fleet can fight submarines.'
const food = 'To talk about deliveries of grain.'
const rest = 'To rest after a long journey.'
const foodWhy = 'Grain is mentioned in another section, about the factory.'
/** What may be tapped; `samples` name these sentences. */
export const passage: readonly PassageSentence[] = [
  { text: 'Kim was shown the aircraft on Saturday.', paragraph: 5, sentence: 1 },
  { text: 'Three types of bomber stood in a row.', paragraph: 5, sentence: 2 },
  { text: 'The display did not stop there.', paragraph: 6, sentence: 1 },
].map((sentence, index) => ({ ...sentence, id: `airfield.000000${index + 1}` as SentenceId })) // as a lesson's reader makes them

const evidence = passage.slice(0, 2).map((sentence) => sentence.id)

export const samples: readonly InteractionSample<ProveItBody, ProveItResponse>[] = [
  {
    name: 'a reason and its proof in the section',
    stem: 'Why was Kim taken on board?',
    fields: {
      options: [
        { text: ships, key: true },
        { text: food, misreading: 'other-question', why: foodWhy },
        { text: rest, misreading: 'outside', why: 'Nobody mentions rest.' },
      ],
    },
    body: {
      options: [
        { id: shortHash(ships), text: ships, isKey: true },
        { id: shortHash(food), text: food, isKey: false, misreading: 'other-question', why: foodWhy },
        {
          id: shortHash(rest),
          text: rest,
          isKey: false,
          misreading: 'outside',
          why: 'Nobody mentions rest.',
        },
      ],
      scope: 'section',
    },
    context: { language: 'en', evidence },
    right: { chosen: shortHash(ships), sentence: 'airfield.0000002' },
    wrong: { chosen: shortHash(food), sentence: 'airfield.0000002' },
    partly: { response: { chosen: shortHash(ships), sentence: 'airfield.0000003' }, score: 0.5 },
    unready: { chosen: shortHash(ships), sentence: null },
    steps: [{ choose: ships }, { choose: 'Three types of bomber stood in a row.' }],
  },
  {
    name: 'two options, proof anywhere in the article, no notes',
    stem: 'Does the author trust the ministry?',
    fields: { options: [{ text: 'Yes.' }, { text: 'No.', key: true }], scope: 'article' },
    body: {
      options: [
        { id: shortHash('Yes.'), text: 'Yes.', isKey: false },
        { id: shortHash('No.'), text: 'No.', isKey: true },
      ],
      scope: 'article',
    },
    context: { language: 'en', evidence },
    right: { chosen: shortHash('No.'), sentence: 'airfield.0000001' },
    wrong: { chosen: shortHash('Yes.'), sentence: 'airfield.0000003' },
    unready: { chosen: null, sentence: 'airfield.0000001' },
    steps: [{ choose: 'No.' }, { choose: 'Kim was shown the aircraft on Saturday.' }],
  },
]
