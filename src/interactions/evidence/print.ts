import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { EvidenceBody } from './logic.ts'

export const evidencePrint: Pick<InteractionAuthoring<EvidenceBody>, 'worksheet' | 'key'> = {
  worksheet: () => [
    { kind: 'instruction', messageKey: 'interactions.evidence.paper' },
    { kind: 'lines', count: 1 },
  ],
  // The evidence itself is the envelope's and is printed with every key.
  key: (_, words) => [{ kind: 'text', text: words('interactions.evidence.key') }],
}
