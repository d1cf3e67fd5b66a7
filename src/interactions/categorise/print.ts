import { mixed } from '#core/interaction/mixed.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { groupLines, keyGroups, type CategoriseBody } from './logic.ts'

export const categorisePrint: Pick<InteractionAuthoring<CategoriseBody>, 'worksheet' | 'key'> = {
  worksheet: (body, rng) => [
    { kind: 'instruction', messageKey: 'interactions.categorise.paper' },
    {
      kind: 'grid',
      columns: body.categories.map((category) => category.text),
      rows: mixed(body.cards, rng).map((card) => card.text),
    },
  ],
  key: (body) => groupLines(body, keyGroups(body)).map((text) => ({ kind: 'text', text })),
}
