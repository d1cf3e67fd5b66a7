import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { MultipleBody } from './logic.ts'

export const multiplePrint: Pick<InteractionAuthoring<MultipleBody>, 'worksheet' | 'key'> = {
  worksheet: (body) => [
    { kind: 'instruction', messageKey: 'interactions.multiple.instruction' },
    { kind: 'options', marker: 'box', items: body.options.map((option) => option.text) },
  ],
  key: (body) =>
    body.options.filter((option) => option.isKey).map((option) => ({ kind: 'text', text: option.text })),
}
