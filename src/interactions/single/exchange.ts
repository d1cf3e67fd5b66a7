import { neutralOptions, optionsFromNeutral } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { SingleBody } from './logic.ts'

export const singleExchange: Pick<InteractionAuthoring<SingleBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const hasMisreadings = body.options.some((option) => option.misreading !== undefined)
    return {
      shape: { kind: 'choice', cardinality: 'single', options: neutralOptions(body.options) },
      losses: hasMisreadings ? [{ code: 'misreadings-lost' }] : [],
    }
  },
  fromNeutral(shape) {
    if (shape.kind !== 'choice' || shape.cardinality !== 'single') return null
    return { body: { options: optionsFromNeutral(shape.options) }, losses: [] }
  },
}
