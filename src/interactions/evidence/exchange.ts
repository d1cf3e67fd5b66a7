import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { EvidenceBody } from './logic.ts'

export const evidenceExchange: Pick<InteractionAuthoring<EvidenceBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral: (body) => ({ shape: { kind: 'hottext', scope: body.scope }, losses: [] }),
  fromNeutral(shape) {
    if (shape.kind !== 'hottext' || shape.choice !== undefined) return null
    return { body: { scope: shape.scope }, losses: [] }
  },
}
