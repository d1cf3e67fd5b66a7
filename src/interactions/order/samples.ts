import type { InteractionSample, ReaderStep } from '#core/interaction/samples.ts'
import { startOrder, type OrderBody, type OrderResponse } from './logic.ts'
import { orderBody } from './text.ts'

const idsOf = (body: OrderBody): string[] => body.items.map((item) => item.id)

/** The presses that lead from the order shown at first to the key: each item in turn goes up to its place. */
function stepsToKey(body: OrderBody): ReaderStep[] {
  const order = startOrder(body)
  return body.items.flatMap((item, place) => {
    const from = order.indexOf(item.id)
    order.splice(place, 0, ...order.splice(from, 1))
    return Array.from({ length: from - place }, () => ({
      press: { messageKey: 'interactions.order.moveUp', params: { item: item.text } },
    }))
  })
}

const day = [
  'Kim meets the admiral at the harbour',
  'He walks through the destroyer',
  'He signs the visitors’ book and leaves for the theatre, where an evening of ballet has been put on for the delegation',
]
const dayBody = orderBody(day)
const [first = '', second = '', third = ''] = idsOf(dayBody)

const pairBody = orderBody(['The train arrives', 'The train leaves'])

export const samples: readonly InteractionSample<OrderBody, OrderResponse>[] = [
  {
    name: 'three events',
    stem: 'Put the events of the day in order.',
    fields: { items: day },
    body: dayBody,
    context: { language: 'en', evidence: [] },
    right: { order: [first, second, third] },
    wrong: { order: [third, second, first] },
    // Second before third holds, first before second does not: one of two pairs.
    partly: { response: { order: [second, third, first] }, score: 1 / 2 },
    unready: { order: [second, first] },
    steps: stepsToKey(dayBody),
  },
  {
    name: 'two events',
    stem: 'Which came first?',
    fields: { items: ['The train arrives', 'The train leaves'] },
    body: pairBody,
    context: { language: 'en', evidence: [] },
    right: { order: idsOf(pairBody) },
    wrong: { order: [...idsOf(pairBody)].reverse() },
    steps: stepsToKey(pairBody),
  },
]
