import type { Loss } from '#core/interaction/neutral.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { KINDS, speakerText, type ClaimsBody, type Kind, type Statement } from './logic.ts'

/** The words of the three kinds in exchanged files, always English: formats have no such type, and this is how we know it again. */
const LABELS: Readonly<Record<Kind, string>> = { fact: 'Fact', claim: 'Claim', opinion: 'Opinion' }

const labelOf = (kind: Kind, speaker: string | undefined): string =>
  speaker === undefined ? LABELS[kind] : `${LABELS[kind]}: ${speaker}`

/** The kind and the speaker of a label, or null for any other text. */
function readLabel(label: string): { kind: Kind; speaker: string | undefined } | null {
  const [, word, speaker] = /^([A-Z][a-z]+)(?:: (.+))?$/su.exec(label) ?? []
  const kind = KINDS.find((one) => LABELS[one] === word)
  return kind === undefined || (kind === 'fact' && speaker !== undefined) ? null : { kind, speaker }
}

/** Every answer that a row of the table can be given. */
const labelsOf = ({ speakers }: ClaimsBody): string[] =>
  speakers.length === 0
    ? KINDS.map((kind) => LABELS[kind])
    : [
        LABELS.fact,
        ...(['claim', 'opinion'] as const).flatMap((kind) => speakers.map(({ text }) => labelOf(kind, text))),
      ]

/** Speaks the match shape: statements stand left, what they are and who says so right. */
export const claimsExchange: Pick<InteractionAuthoring<ClaimsBody>, 'toNeutral' | 'fromNeutral'> = {
  toNeutral(body) {
    const right = labelsOf(body)
    const losses: Loss[] = [{ code: 'claims-become-pairs' }]
    if (body.statements.some(({ why }) => why !== undefined)) losses.push({ code: 'feedback-lost' })
    return {
      shape: {
        kind: 'match',
        left: body.statements.map(({ text }) => text),
        right,
        pairs: body.statements.map(
          ({ kind, by }, index) => [index, right.indexOf(labelOf(kind, speakerText(body, by)))] as const,
        ),
      },
      losses,
    }
  },
  /** Knows only pairs whose right side is made of the three kinds. */
  fromNeutral(shape) {
    if (shape.kind !== 'match') return null
    const labels = shape.right.map(readLabel)
    const isOurs = labels.length > 2 && labels.every((label) => label !== null)
    const rightOf = new Map(shape.pairs)
    const statements = shape.left.flatMap((text, index): Statement[] => {
      const label = labels[rightOf.get(index) ?? -1]
      if (label == null) return []
      const by = label.speaker === undefined ? undefined : shortHash(label.speaker)
      return [defined({ id: shortHash(text), text, kind: label.kind, by })]
    })
    if (!isOurs || statements.length < shape.left.length) return null
    const names = new Set(labels.flatMap((label) => label?.speaker ?? []))
    const speakers = [...names].map((text) => ({ id: shortHash(text), text }))
    return { body: { statements, speakers }, losses: [] }
  },
}
