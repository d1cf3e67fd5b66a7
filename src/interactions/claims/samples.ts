import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { ClaimsBody, ClaimsResponse } from './logic.ts'

const trip = 'Kim went on board the warship.'
const forces = 'The bombers are part of the nuclear forces.'
const worry = 'The cooperation is quite troubling.'
const ministry = 'the defence ministry'
const spokesman = 'a US spokesman'
const [tripId, forcesId, worryId] = [shortHash(trip), shortHash(forces), shortHash(worry)]
const [ministryId, spokesmanId] = [shortHash(ministry), shortHash(spokesman)]
const why = 'The article says this in its own voice.'

const kindNamed = (kind: string) => ({ messageKey: `interactions.claims.kinds.${kind}` })
const whoSays = (statement: string) => ({ messageKey: 'interactions.claims.whoSays', params: { statement } })

export const samples: readonly InteractionSample<ClaimsBody, ClaimsResponse>[] = [
  {
    name: 'three statements and who says so',
    stem: 'What kind of statement is each of these, and who says so?',
    fields: {
      statements: [
        { text: trip, kind: 'fact', why },
        { text: forces, kind: 'claim', by: ministry },
        { text: worry, kind: 'opinion', by: spokesman },
      ],
      speakers: [ministry, spokesman],
    },
    body: {
      statements: [
        { id: tripId, text: trip, kind: 'fact', why },
        { id: forcesId, text: forces, kind: 'claim', by: ministryId },
        { id: worryId, text: worry, kind: 'opinion', by: spokesmanId },
      ],
      speakers: [
        { id: ministryId, text: ministry },
        { id: spokesmanId, text: spokesman },
      ],
    },
    context: { language: 'en', evidence: [] },
    right: {
      kinds: { [tripId]: 'fact', [forcesId]: 'claim', [worryId]: 'opinion' },
      speakers: { [forcesId]: ministryId, [worryId]: spokesmanId },
    },
    wrong: {
      kinds: { [tripId]: 'claim', [forcesId]: 'fact', [worryId]: 'claim' },
      speakers: { [tripId]: ministryId, [worryId]: ministryId },
    },
    partly: {
      // Two kinds of three, one speaker of two.
      response: {
        kinds: { [tripId]: 'fact', [forcesId]: 'claim', [worryId]: 'claim' },
        speakers: { [forcesId]: spokesmanId, [worryId]: spokesmanId },
      },
      score: 3 / 5,
    },
    unready: {
      kinds: { [tripId]: 'fact', [forcesId]: 'claim', [worryId]: 'opinion' },
      speakers: { [forcesId]: ministryId },
    },
    steps: [
      { choose: kindNamed('fact'), of: trip },
      { choose: kindNamed('claim'), of: forces },
      { select: ministry, in: whoSays(forces) },
      { choose: kindNamed('opinion'), of: worry },
      { select: spokesman, in: whoSays(worry) },
    ],
  },
  {
    name: 'kinds alone',
    stem: 'What kind of statement is each of these?',
    fields: {
      statements: [
        { text: trip, kind: 'fact' },
        { text: forces, kind: 'claim', why: 'The article leaves this to the ministry.' },
      ],
    },
    body: {
      statements: [
        { id: tripId, text: trip, kind: 'fact' },
        { id: forcesId, text: forces, kind: 'claim', why: 'The article leaves this to the ministry.' },
      ],
      speakers: [],
    },
    context: { language: 'en', evidence: [] },
    right: { kinds: { [tripId]: 'fact', [forcesId]: 'claim' } },
    wrong: { kinds: { [tripId]: 'claim', [forcesId]: 'opinion' } },
    partly: { response: { kinds: { [tripId]: 'fact', [forcesId]: 'fact' } }, score: 1 / 2 },
    unready: { kinds: { [forcesId]: 'claim' } },
    steps: [
      { choose: kindNamed('fact'), of: trip },
      { choose: kindNamed('claim'), of: forces },
    ],
  },
]
