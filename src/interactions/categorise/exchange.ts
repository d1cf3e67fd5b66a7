import type { Loss } from '#core/interaction/neutral.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { CategoriseBody } from './logic.ts'

/** Speaks the match shape: cards stand left, categories right, and one right serves several lefts. */
export const categoriseExchange: Pick<InteractionAuthoring<CategoriseBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    // Who reads the shape back cannot tell groups from pairs.
    const losses: Loss[] = [{ code: 'groups-become-pairs' }]
    if (body.cards.some((card) => card.why !== undefined)) losses.push({ code: 'feedback-lost' })
    return {
      shape: {
        kind: 'match',
        left: body.cards.map((card) => card.text),
        right: body.categories.map((category) => category.text),
        pairs: body.cards.map(
          (card, index) => [index, body.categories.findIndex(({ id }) => id === card.category)] as const,
        ),
      },
      losses,
    }
  },
  /** A card that the shape pairs with nothing is left out and is a loss: here every card has a category. */
  fromNeutral(shape) {
    if (shape.kind !== 'match') return null
    const categories = shape.right.map((text) => ({ id: shortHash(text), text }))
    const categoryOf = new Map(shape.pairs.map(([left, right]) => [left, categories[right]?.id]))
    const cards = shape.left.flatMap((text, index) => {
      const category = categoryOf.get(index)
      return category === undefined ? [] : [{ id: shortHash(text), text, category }]
    })
    const unpaired = shape.left.length - cards.length
    return {
      body: { categories, cards },
      losses: unpaired > 0 ? [{ code: 'unpaired-lost', params: { count: unpaired } }] : [],
    }
  },
}
