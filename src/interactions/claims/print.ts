import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { keyOf, KINDS, responseLines, type ClaimsBody } from './logic.ts'

export const claimsPrint: Pick<InteractionAuthoring<ClaimsBody>, 'worksheet' | 'key'> = {
  worksheet: ({ statements, speakers }) => {
    const table = {
      kind: 'worded-grid' as const,
      messageKeys: KINDS.map((kind) => `interactions.claims.kinds.${kind}`),
      rows: statements.map(({ text }) => text),
    }
    if (speakers.length === 0)
      return [{ kind: 'instruction', messageKey: 'interactions.claims.paper' }, table]
    return [
      { kind: 'instruction', messageKey: 'interactions.claims.paperWho' },
      { kind: 'bank', words: speakers.map(({ text }) => text) },
      { ...table, blankMessageKey: 'interactions.claims.who' },
    ]
  },
  key: (body, words) => responseLines(body, keyOf(body), words).map((text) => ({ kind: 'text', text })),
}
