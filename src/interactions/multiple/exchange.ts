import { neutralOptions, optionsFromNeutral } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { MultipleBody } from './logic.ts'

export const multipleExchange: Pick<InteractionAuthoring<MultipleBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const hasMisreadings = body.options.some((option) => option.misreading !== undefined)
    return {
      shape: { kind: 'choice', cardinality: 'multiple', options: neutralOptions(body.options) },
      losses: hasMisreadings ? [{ code: 'misreadings-lost' }] : [],
    }
  },
  fromNeutral(shape) {
    if (shape.kind !== 'choice' || shape.cardinality !== 'multiple') return null
    return { body: { options: optionsFromNeutral(shape.options) }, losses: [] }
  },
}
