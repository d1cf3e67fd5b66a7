import * as v from 'valibot'
import { authoredText } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { Fault } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { OrderBody } from './logic.ts'

const fieldsSchema = v.strictObject({ items: v.pipe(v.array(authoredText), v.minLength(2)) })

/** The body of items in the right order. */
export const orderBody = (items: readonly string[]): OrderBody => ({
  items: items.map((text) => ({ id: shortHash(text), text })),
})

export const orderText: Pick<InteractionAuthoring<OrderBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read(fields) {
    const body = orderBody(v.parse(fieldsSchema, fields).items)
    const faults = body.items.flatMap(({ id, text }, index): Fault[] => {
      if (body.items.findIndex((item) => item.id === id) === index) return []
      return [{ code: 'duplicate-item', severity: 'error', path: ['items', index], params: { text } }]
    })
    return { body, faults }
  },
  write: (body) => ({ items: body.items.map((item) => item.text) }),
}
