import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { OpenBody, OpenResponse } from './logic.ts'

const WHO = 'Says who makes the claim'
const WHY = 'Gives one reason to ask for more'
const MODEL =
  'The ministry says that the jets were shown. Nobody else saw them, so a reader should look for a second source.'

export const samples: readonly InteractionSample<OpenBody, OpenResponse>[] = [
  {
    name: 'a claim to be weighed, with a rubric of two',
    stem: 'How far would you trust the claim about the jets? Answer in two or three sentences.',
    fields: { model: MODEL, rubric: [{ text: WHO }, { text: WHY, points: 2 }], words: { min: 20, max: 60 } },
    body: {
      model: MODEL,
      rubric: [
        { id: shortHash(WHO), text: WHO, points: 1 },
        { id: shortHash(WHY), text: WHY, points: 2 },
      ],
      words: { min: 20, max: 60 },
    },
    context: { language: 'en', evidence: [] },
    right: { text: 'The ministry says so.', isCompared: true, met: [shortHash(WHO), shortHash(WHY)] },
    wrong: { text: 'I trust it.', isCompared: true, met: [] },
    partly: { response: { text: 'They say so.', isCompared: true, met: [shortHash(WHO)] }, score: 1 / 3 },
    unready: { text: 'The ministry says so.', isCompared: false, met: [] },
    steps: [
      { type: 'The ministry says so.', into: { messageKey: 'interactions.open.yours' } },
      { press: { messageKey: 'interactions.open.compare' } },
      { choose: WHO },
      { choose: WHY },
    ],
  },
]
