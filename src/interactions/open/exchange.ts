import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { OpenBody } from './logic.ts'

export const openExchange: Pick<InteractionAuthoring<OpenBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral: ({ model, rubric, words }) => ({
    shape: {
      kind: 'extended-text',
      model,
      rubric: rubric.map(({ text, points }) => ({ text, points })),
      ...(words && { words }),
    },
    losses: [],
  }),
  fromNeutral(shape) {
    if (shape.kind !== 'extended-text' || shape.rubric.length === 0) return null
    const rubric = shape.rubric.map(({ text, points }) => ({ id: shortHash(text), text, points }))
    return { body: { model: shape.model, rubric, words: shape.words ?? null }, losses: [] }
  },
}
