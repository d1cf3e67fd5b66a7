import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { PlaceBody } from './logic.ts'

export const placePrint: Pick<InteractionAuthoring<PlaceBody>, 'worksheet' | 'key'> = {
  worksheet: (body) => [
    { kind: 'instruction', messageKey: 'interactions.place.paper' },
    { kind: 'options', marker: 'circle', items: body.places.map((place) => place.text) },
  ],
  key: (body) =>
    body.places.filter((place) => place.isKey).map((place) => ({ kind: 'text', text: place.text })),
}
