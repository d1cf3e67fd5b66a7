import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { OrderBody } from './logic.ts'
import { orderBody } from './text.ts'

export const orderExchange: Pick<InteractionAuthoring<OrderBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral: (body) => ({ shape: { kind: 'order', items: body.items.map((item) => item.text) }, losses: [] }),
  fromNeutral: (shape) => (shape.kind === 'order' ? { body: orderBody(shape.items), losses: [] } : null),
}
