import type { Loss } from '#core/interaction/neutral.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { bankOf, gapsOf, keyOf, type GapBody } from './logic.ts'
import { parsePassage, writePassage } from './passage.ts'

/** The words of a bank that no gap takes; of a word that stands twice and fills one gap, one stays. */
function leftOver(bank: readonly string[], keys: readonly string[]): string[] {
  const open = [...keys]
  return bank.filter((word) => {
    const index = open.indexOf(word)
    if (index >= 0) open.splice(index, 1)
    return index < 0
  })
}

export const gapExchange: Pick<InteractionAuthoring<GapBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const losses: Loss[] = []
    if (body.distractors.some((distractor) => distractor.why !== undefined))
      losses.push({ code: 'feedback-lost' })
    if (body.distractors.some((distractor) => distractor.misreading !== undefined))
      losses.push({ code: 'misreadings-lost' })
    const segments = body.segments.map((segment) =>
      typeof segment === 'string' ? segment : { accepted: segment.accepted },
    )
    return { shape: { kind: 'gap', segments, ...(body.hasBank ? { bank: bankOf(body) } : {}) }, losses }
  },
  /** By way of the passage's text, so that a foreign passage is held to the same rules; null for one without a whole gap. */
  fromNeutral(shape) {
    if (shape.kind !== 'gap') return null
    const { segments, faults } = parsePassage(writePassage(shape.segments).trim())
    if (faults.length > 0) return null
    const body: GapBody = { segments: [...segments], hasBank: shape.bank !== undefined, distractors: [] }
    const words = leftOver(shape.bank ?? [], gapsOf(body).map(keyOf))
    return {
      body: { ...body, distractors: words.map((text) => ({ id: shortHash(text), text })) },
      losses: [],
    }
  },
}
