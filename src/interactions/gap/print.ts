import { mixed } from '#core/interaction/mixed.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { bankOf, gapsOf, type GapBody } from './logic.ts'

export const gapPrint: Pick<InteractionAuthoring<GapBody>, 'worksheet' | 'key'> = {
  worksheet(body, rng) {
    let gap = 0
    const segments = body.segments.map((segment) => (typeof segment === 'string' ? segment : { gap: ++gap }))
    return [
      {
        kind: 'instruction',
        messageKey: body.hasBank ? 'interactions.gap.paperBank' : 'interactions.gap.paperTyped',
      },
      ...(body.hasBank ? [{ kind: 'bank', words: mixed(bankOf(body), rng) } as const] : []),
      { kind: 'passage', segments },
    ]
  },
  /** One line a gap, numbered as on the worksheet, with every variant that counts. */
  key: (body) =>
    gapsOf(body).map((gap, index) => ({ kind: 'text', text: `${index + 1}. ${gap.accepted.join(' / ')}` })),
}
