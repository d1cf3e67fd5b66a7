import type { PassageSentence } from '#core/interaction/player.ts'
import type { InteractionSample } from '#core/interaction/samples.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import type { EvidenceBody, EvidenceResponse } from './logic.ts'

/** What may be tapped; `samples` name these sentences. */
export const passage: readonly PassageSentence[] = [
  { text: 'Kim was shown the aircraft on Saturday.', paragraph: 5, sentence: 1 },
  { text: 'Three types of bomber stood in a row.', paragraph: 5, sentence: 2 },
  { text: 'The display did not stop there.', paragraph: 6, sentence: 1 },
].map((sentence, index) => ({ ...sentence, id: `airfield.000000${index + 1}` as SentenceId })) // as a lesson's reader makes them

const evidence = passage.slice(0, 2).map((sentence) => sentence.id)

export const samples: readonly InteractionSample<EvidenceBody, EvidenceResponse>[] = [
  {
    name: 'one of two sentences in the section',
    stem: 'Which sentence shows that Kim saw more than one type of aircraft?',
    fields: {},
    body: { scope: 'section' },
    context: { language: 'en', evidence },
    right: { sentence: 'airfield.0000002' },
    wrong: { sentence: 'airfield.0000003' },
    unready: { sentence: null },
    steps: [{ choose: 'Three types of bomber stood in a row.' }],
  },
  {
    name: 'one sentence anywhere in the article',
    stem: 'Which sentence says who sent the delegation?',
    fields: { scope: 'article' },
    body: { scope: 'article' },
    context: { language: 'en', evidence: ['airfield.0000002' as SentenceId] },
    right: { sentence: 'airfield.0000002' },
    wrong: { sentence: 'airfield.0000001' },
    unready: { sentence: null },
    steps: [{ choose: 'Three types of bomber stood in a row.' }],
  },
]
