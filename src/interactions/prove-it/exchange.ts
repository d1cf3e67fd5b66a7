import { neutralOptions, optionsFromNeutral } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { ProveItBody } from './logic.ts'

export const proveItExchange: Pick<InteractionAuthoring<ProveItBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const hasMisreadings = body.options.some((option) => option.misreading !== undefined)
    return {
      shape: { kind: 'hottext', scope: body.scope, choice: neutralOptions(body.options) },
      losses: hasMisreadings ? [{ code: 'misreadings-lost' }] : [],
    }
  },
  fromNeutral(shape) {
    if (shape.kind !== 'hottext' || shape.choice === undefined) return null
    return { body: { options: optionsFromNeutral(shape.choice), scope: shape.scope }, losses: [] }
  },
}
