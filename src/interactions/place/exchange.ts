import { neutralOptions } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { PlaceBody } from './logic.ts'

/** Elsewhere it is a choice from the list. No foreign question is taken for one: it would have no map. */
export const placeExchange: Pick<InteractionAuthoring<PlaceBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const hasMisreadings = body.places.some((place) => place.misreading !== undefined)
    return {
      shape: { kind: 'choice', cardinality: 'single', options: neutralOptions(body.places) },
      losses: [{ code: 'map-lost' }, ...(hasMisreadings ? [{ code: 'misreadings-lost' }] : [])],
    }
  },
  fromNeutral: () => null,
}
