import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { SingleBody } from './logic.ts'

export const singlePrint: Pick<InteractionAuthoring<SingleBody>, 'worksheet' | 'key'> = {
  worksheet: (body) => [
    { kind: 'instruction', messageKey: 'interactions.single.instruction' },
    { kind: 'options', marker: 'circle', items: body.options.map((option) => option.text) },
  ],
  key: (body) =>
    body.options.filter((option) => option.isKey).map((option) => ({ kind: 'text', text: option.text })),
}
