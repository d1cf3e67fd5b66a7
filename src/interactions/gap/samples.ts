import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { GapBody, GapResponse } from './logic.ts'

const gapNumber = (number: number) => ({ messageKey: 'interactions.gap.gap', params: { number } })

export const samples: readonly InteractionSample<GapBody, GapResponse>[] = [
  {
    name: 'typed',
    stem: 'Fill the gaps.',
    fields: {
      passage: 'An anti-submarine {destroyer} carries {Kalibr|Kalibr cruise} missiles \\{as seen\\}.',
    },
    body: {
      segments: [
        'An anti-submarine ',
        { id: 'gap-1', accepted: ['destroyer'] },
        ' carries ',
        { id: 'gap-2', accepted: ['Kalibr', 'Kalibr cruise'] },
        ' missiles {as seen}.',
      ],
      hasBank: false,
      distractors: [],
    },
    context: { language: 'en', evidence: [] },
    right: { gaps: { 'gap-1': 'destroyer', 'gap-2': 'Kalibr' } },
    wrong: { gaps: { 'gap-1': 'helicopter', 'gap-2': 'banana' } },
    partly: { response: { gaps: { 'gap-1': 'frigate', 'gap-2': ' kalibr cruise ' } }, score: 1 / 2 },
    unready: { gaps: { 'gap-1': 'destroyer', 'gap-2': '  ' } },
    steps: [
      { type: 'destroyer', into: gapNumber(1) },
      { type: 'Kalibr', into: gapNumber(2) },
    ],
  },
  {
    name: 'from a word bank',
    stem: 'Fill the gaps with the words of the bank.',
    fields: {
      passage: '{Kim} met the admiral, and {Kim} saw the {destroyer}.',
      bank: true,
      distractors: [{ text: 'frigate', misreading: 'outside', why: 'No frigate is mentioned.' }],
    },
    body: {
      segments: [
        { id: 'gap-1', accepted: ['Kim'] },
        ' met the admiral, and ',
        { id: 'gap-2', accepted: ['Kim'] },
        ' saw the ',
        { id: 'gap-3', accepted: ['destroyer'] },
        '.',
      ],
      hasBank: true,
      distractors: [
        { id: shortHash('frigate'), text: 'frigate', misreading: 'outside', why: 'No frigate is mentioned.' },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: { gaps: { 'gap-1': 'Kim', 'gap-2': 'Kim', 'gap-3': 'destroyer' } },
    wrong: { gaps: { 'gap-1': 'destroyer', 'gap-2': 'frigate', 'gap-3': 'Kim' } },
    partly: { response: { gaps: { 'gap-1': 'Kim', 'gap-2': 'Kim', 'gap-3': 'frigate' } }, score: 2 / 3 },
    unready: { gaps: { 'gap-1': 'Kim', 'gap-2': 'a word of another version', 'gap-3': 'destroyer' } },
    steps: [
      { select: 'Kim', in: gapNumber(1) },
      { select: 'Kim', in: gapNumber(2) },
      { select: 'destroyer', in: gapNumber(3) },
    ],
  },
]
