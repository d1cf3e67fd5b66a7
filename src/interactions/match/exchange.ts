import type { Loss } from '#core/interaction/neutral.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { MatchBody } from './logic.ts'

export const matchExchange: Pick<InteractionAuthoring<MatchBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const parts = [...body.lefts, ...body.rights]
    const losses: Loss[] = []
    if (parts.some((part) => part.why !== undefined)) losses.push({ code: 'feedback-lost' })
    if (body.rights.some((right) => right.misreading !== undefined)) losses.push({ code: 'misreadings-lost' })
    return {
      shape: {
        kind: 'match',
        left: body.lefts.map((left) => left.text),
        right: body.rights.map((right) => right.text),
        pairs: body.lefts.map(
          (left, index) => [index, body.rights.findIndex((right) => right.id === left.right)] as const,
        ),
      },
      losses,
    }
  },
  /** A left that the shape pairs with nothing is left out and is a loss: here every left has a right. */
  fromNeutral(shape) {
    if (shape.kind !== 'match') return null
    const rights = shape.right.map((text) => ({ id: shortHash(text), text }))
    const rightOf = new Map(shape.pairs.map(([left, right]) => [left, rights[right]?.id]))
    const lefts = shape.left.map((text, index) => ({ id: shortHash(text), text, right: rightOf.get(index) }))
    const paired = lefts.flatMap(({ right, ...left }) => (right === undefined ? [] : [{ ...left, right }]))
    const unpaired = lefts.length - paired.length
    // Distractors stand last, as the text of a question has them.
    const isPaired = (id: string): boolean => paired.some((left) => left.right === id)
    return {
      body: {
        lefts: paired,
        rights: [...rights.filter(({ id }) => isPaired(id)), ...rights.filter(({ id }) => !isPaired(id))],
      },
      losses: unpaired > 0 ? [{ code: 'unpaired-lost', params: { count: unpaired } }] : [],
    }
  },
}
