import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { keyOf, type ShortTextBody } from './logic.ts'

export const shortTextPrint: Pick<InteractionAuthoring<ShortTextBody>, 'worksheet' | 'key'> = {
  worksheet: () => [
    { kind: 'instruction', messageKey: 'interactions.short-text.paper' },
    { kind: 'lines', count: 1 },
  ],
  key: (body) => [{ kind: 'text', text: keyOf(body) }],
}
