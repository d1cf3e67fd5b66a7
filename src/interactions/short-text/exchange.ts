import type { Loss } from '#core/interaction/neutral.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { ShortTextBody } from './logic.ts'

export const shortTextExchange: Pick<InteractionAuthoring<ShortTextBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const losses: Loss[] = []
    if (body.distractors.length > 0)
      losses.push({ code: 'distractors-lost', params: { count: body.distractors.length } })
    if (body.as === 'number') losses.push({ code: 'number-as-text' })
    return {
      shape: { kind: 'text', accepted: body.answers, as: body.as === 'date' ? 'date' : 'text' },
      losses,
    }
  },
  fromNeutral(shape) {
    if (shape.kind !== 'text' || shape.accepted.length === 0) return null
    return { body: { answers: [...shape.accepted], as: shape.as, distractors: [] }, losses: [] }
  },
}
