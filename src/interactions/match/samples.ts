import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { MatchBody, MatchResponse } from './logic.ts'

const tour = 'the tour of the aircraft factory begins'
const talks =
  'the two leaders meet at the spaceport for talks that last longer than planned and end with a dinner for both delegations'
const outside = 'a treaty is signed'
const why = 'The talks are dated to Wednesday in the first section.'

export const samples: readonly InteractionSample<MatchBody, MatchResponse>[] = [
  {
    name: 'three days, one event twice, one distractor',
    stem: 'What happened on which day?',
    fields: {
      pairs: [
        { left: 'Wednesday', right: talks, why },
        { left: 'Friday', right: tour },
        { left: 'Saturday', right: tour },
      ],
      distractors: [{ right: outside, misreading: 'outside', why: 'No treaty is mentioned.' }],
    },
    body: {
      lefts: [
        { id: shortHash('Wednesday'), text: 'Wednesday', right: shortHash(talks), why },
        { id: shortHash('Friday'), text: 'Friday', right: shortHash(tour) },
        { id: shortHash('Saturday'), text: 'Saturday', right: shortHash(tour) },
      ],
      rights: [
        { id: shortHash(talks), text: talks },
        { id: shortHash(tour), text: tour },
        { id: shortHash(outside), text: outside, misreading: 'outside', why: 'No treaty is mentioned.' },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: {
      pairs: {
        [shortHash('Wednesday')]: shortHash(talks),
        [shortHash('Friday')]: shortHash(tour),
        [shortHash('Saturday')]: shortHash(tour),
      },
    },
    wrong: {
      pairs: {
        [shortHash('Wednesday')]: shortHash(tour),
        [shortHash('Friday')]: shortHash(outside),
        [shortHash('Saturday')]: shortHash(talks),
      },
    },
    partly: {
      response: {
        pairs: {
          [shortHash('Wednesday')]: shortHash(outside),
          [shortHash('Friday')]: shortHash(tour),
          [shortHash('Saturday')]: shortHash(tour),
        },
      },
      score: 2 / 3,
    },
    unready: { pairs: { [shortHash('Wednesday')]: shortHash(talks) } },
    steps: [
      { select: talks, in: 'Wednesday' },
      { select: tour, in: 'Friday' },
      { select: tour, in: 'Saturday' },
    ],
  },
]
