import { defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { NumberBody } from './logic.ts'

export const numberExchange: Pick<InteractionAuthoring<NumberBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral({ answer, tolerance, unit, distractors }) {
    return {
      shape: defined({ kind: 'number', value: answer, tolerance, unit }),
      losses:
        distractors.length > 0 ? [{ code: 'distractors-lost', params: { count: distractors.length } }] : [],
    }
  },
  fromNeutral(shape) {
    if (shape.kind !== 'number') return null
    const { value, tolerance, unit } = shape
    return { body: defined({ answer: value, tolerance, unit, distractors: [] }), losses: [] }
  },
}
