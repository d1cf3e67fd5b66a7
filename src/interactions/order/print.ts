import { mixed } from '#core/interaction/mixed.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { numberedLines, type OrderBody } from './logic.ts'

export const orderPrint: Pick<InteractionAuthoring<OrderBody>, 'worksheet' | 'key'> = {
  worksheet: (body, rng) => [
    { kind: 'instruction', messageKey: 'interactions.order.paper' },
    { kind: 'numbered-boxes', items: mixed(body.items, rng).map((item) => item.text) },
  ],
  key: (body) =>
    numberedLines(
      body,
      body.items.map((item) => item.id),
    ).map((text) => ({ kind: 'text', text })),
}
