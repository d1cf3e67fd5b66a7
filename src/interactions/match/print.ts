import { mixed } from '#core/interaction/mixed.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { keyPairs, pairLines, type MatchBody } from './logic.ts'

export const matchPrint: Pick<InteractionAuthoring<MatchBody>, 'worksheet' | 'key'> = {
  worksheet: (body, rng) => [
    { kind: 'instruction', messageKey: 'interactions.match.paper' },
    {
      kind: 'columns',
      left: body.lefts.map((left) => left.text),
      right: mixed(body.rights, rng).map((right) => right.text),
    },
  ],
  key: (body) => pairLines(body, keyPairs(body)).map((text) => ({ kind: 'text', text })),
}
