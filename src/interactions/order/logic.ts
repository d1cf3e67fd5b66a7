import * as v from 'valibot'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { mixedByText } from '#core/interaction/mixed.ts'
import { offeredItems } from '#core/interaction/offers.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'

const bodySchema = v.object({
  /** In the right order; `id` is the short hash of the text. */
  items: v.array(v.object({ id: v.string(), text: v.string() })),
})
const responseSchema = v.object({ order: v.array(v.string()) })

export type OrderBody = v.InferOutput<typeof bodySchema>
/** Ids of all items, first to last. */
export type OrderResponse = v.InferOutput<typeof responseSchema>

/** The items as an untouched question shows them: mixed, always the same for the same items, never the key. */
const startItems = (body: OrderBody): OrderBody['items'] => mixedByText(body.items, (item) => item.text)

export const startOrder = (body: OrderBody): string[] => startItems(body).map((item) => item.id)

/** Whether `order` holds every item once and nothing else. */
export function isWholeOrder(body: OrderBody, order: readonly string[]): boolean {
  return order.length === body.items.length && body.items.every((item) => order.includes(item.id))
}

/** The items' texts in the given order, numbered from 1; ids of no item are left out. */
export function numberedLines(body: OrderBody, order: readonly string[]): string[] {
  const texts = new Map(body.items.map((item) => [item.id, item.text]))
  return order.flatMap((id) => texts.get(id) ?? []).map((text, index) => `${index + 1}. ${text}`)
}

/**
 * Items are put in order. Scored by the neighbours of the key: of its n − 1 neighbouring pairs, the share whose first item stands
 * anywhere before its second in the response. The exact reverse earns 0, one neighbouring swap costs one pair.
 */
export const orderLogic: InteractionLogic<OrderBody, OrderResponse> = {
  type: 'order',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady: (body, response) => isWholeOrder(body, response.order),
  grade(body, response) {
    const placeOf = new Map(response.order.map((id, index) => [id, index]))
    const places = body.items.map((item) => placeOf.get(item.id) ?? -1)
    const inOrder = places.slice(1).filter((place, index) => place > (places[index] ?? -1)).length
    const parts = body.items.map((item, index): PartGrade => ({
      id: item.id,
      state: places[index] === index ? 'right' : 'wrong',
    }))
    return gradeOf(inOrder / Math.max(1, body.items.length - 1), parts)
  },
  reveal: (body) => ({ order: body.items.map((item) => item.id) }),
  describe: (body, response) => numberedLines(body, response.order),
  choices: () => [],
  offers: (body) => [offeredItems(startItems(body))],
}
