import type { PrintBlock } from '#core/interaction/print-blocks.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import type { ProveItBody } from './logic.ts'

export const proveItPrint: Pick<InteractionAuthoring<ProveItBody>, 'worksheet' | 'key'> = {
  worksheet: (body) => [
    { kind: 'instruction', messageKey: 'interactions.prove-it.paperChoose' },
    { kind: 'options', marker: 'circle', items: body.options.map((option) => option.text) },
    { kind: 'instruction', messageKey: 'interactions.prove-it.paperProve' },
    { kind: 'lines', count: 1 },
  ],
  // The evidence itself is the envelope's and is printed with every key.
  key: (body, words) => [
    ...body.options
      .filter((option) => option.isKey)
      .map((option): PrintBlock => ({ kind: 'text', text: option.text })),
    { kind: 'text', text: words('interactions.prove-it.key') },
  ],
}
