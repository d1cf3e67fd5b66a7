import type { Fault } from '#core/kernel/diagnostic.ts'
import type { Segment } from './logic.ts'

/** What `\` makes an ordinary character. Before anything else `\` is itself. */
const ESCAPABLE = '{}|\\'

/** One character of a passage; a mark is a brace or bar that is not escaped. */
interface Character {
  readonly text: string
  readonly isMark: boolean
}

function charactersOf(passage: string): Character[] {
  const characters: Character[] = []
  for (let index = 0; index < passage.length; index++) {
    const text = passage.charAt(index)
    const next = passage.charAt(index + 1)
    if (text === '\\' && next !== '' && ESCAPABLE.includes(next)) {
      characters.push({ text: next, isMark: false })
      index++
    } else {
      characters.push({ text, isMark: text === '{' || text === '}' || text === '|' })
    }
  }
  return characters
}

const fault = (code: string, gap: number, near: string): Fault => ({
  code,
  severity: 'error',
  path: ['passage'],
  params: { gap, near: near.trim().slice(0, 30) },
})

/**
 * Reads `text {key|other variant} text`. Gaps are numbered `gap-1`, `gap-2` … from the start; variants lose white space at their ends.
 * Faults: `gap-unclosed` (also where a gap opens inside another), `gap-unopened`, `gap-empty`, `gap-missing`.
 */
export function parsePassage(passage: string): {
  readonly segments: readonly Segment[]
  readonly faults: readonly Fault[]
} {
  const segments: Segment[] = []
  const faults: Fault[] = []
  let text = ''
  /** Variants of the gap that is being read, null between gaps. */
  let variants: string[] | null = null
  let gap = 0

  for (const { text: character, isMark } of charactersOf(passage)) {
    const mark = isMark ? character : null
    if (mark === '{') {
      if (variants) faults.push(fault('gap-unclosed', gap, [...variants, text].join('|')))
      else if (text !== '') segments.push(text)
      gap++
      variants = []
      text = ''
    } else if (mark === '}' && variants) {
      const accepted: string[] = [...variants, text].map((variant) => variant.trim())
      if (accepted.includes('')) faults.push(fault('gap-empty', gap, accepted.join('|')))
      segments.push({ id: `gap-${gap}`, accepted })
      variants = null
      text = ''
    } else if (mark === '|' && variants) {
      variants.push(text)
      text = ''
    } else {
      // Between gaps a bar is a bar; a closing brace has no use there but as a slip of the pen.
      if (mark === '}') faults.push(fault('gap-unopened', gap + 1, text.slice(-30)))
      text += character
    }
  }
  if (variants) faults.push(fault('gap-unclosed', gap, [...variants, text].join('|')))
  else if (text !== '') segments.push(text)
  if (gap === 0) faults.push(fault('gap-missing', 1, passage))
  return { segments, faults }
}

const escaped = (text: string): string => text.replace(/[{}|\\]/g, '\\$&')

/** The passage as its author writes it; `parsePassage` of it gives the same segments. */
export const writePassage = (
  segments: readonly (string | { readonly accepted: readonly string[] })[],
): string =>
  segments
    .map((segment) =>
      typeof segment === 'string' ? escaped(segment) : `{${segment.accepted.map(escaped).join('|')}}`,
    )
    .join('')
