import type { Nodes, Paragraph as MarkdownParagraph, PhrasingContent } from 'mdast'
import type { Inline } from '#core/lesson/model.ts'
import type { Position } from './position.ts'

/** Markup that articles do not know; the message of each says what to do instead. */
export type Refused =
  | 'strong'
  | 'link'
  | 'image'
  | 'code'
  | 'html'
  | 'list'
  | 'quote'
  | 'table'
  | 'rule'
  | 'heading-level'
  | 'headline'
  | 'heading-emphasis'
  | 'line-break'

export interface RefusedMarkup {
  readonly what: Refused
  readonly position: Position
}

/** Where a node begins. */
export const startOf = (node: Nodes): Position => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})

/** What a node's type is called in messages, where articles do not know it. */
export const REFUSED_NODES: Readonly<Partial<Record<Nodes['type'], Refused>>> = {
  strong: 'strong',
  link: 'link',
  linkReference: 'link',
  definition: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
  code: 'code',
  html: 'html',
  list: 'list',
  blockquote: 'quote',
  thematicBreak: 'rule',
}

/** A paragraph's text as our tree, white space folded; what is not allowed is named, and its words are kept. */
export function readInlines(
  paragraph: { readonly children: readonly PhrasingContent[] },
  source: string,
): { inlines: Inline[]; refused: RefusedMarkup[] } {
  const refused: RefusedMarkup[] = []
  const read = (node: PhrasingContent): Inline[] => {
    const what = REFUSED_NODES[node.type]
    if (what !== undefined) refused.push({ what, position: startOf(node) })
    if (node.type === 'emphasis') return [{ kind: 'emphasis', children: node.children.flatMap(read) }]
    if (node.type === 'break') {
      // two spaces at a line's end cannot be seen and do no harm; a backslash was meant
      if (source.charAt(node.position?.start.offset ?? 0) === '\\')
        refused.push({ what: 'line-break', position: startOf(node) })
      return [{ kind: 'text', text: ' ' }]
    }
    if ('children' in node) return node.children.flatMap(read)
    if (node.type === 'text' || node.type === 'inlineCode') return [{ kind: 'text', text: node.value }]
    return 'alt' in node && typeof node.alt === 'string' ? [{ kind: 'text', text: node.alt }] : []
  }
  const inlines = foldSpaces(paragraph.children.flatMap(read))
  return { inlines, refused }
}

/** A table of GitHub's Markdown: to CommonMark it is only a paragraph. */
export const isTable = (paragraph: MarkdownParagraph, source: string): boolean => {
  const { start, end } = paragraph.position ?? {}
  const lines = source.slice(start?.offset ?? 0, end?.offset ?? 0).split('\n')
  return lines.some((line) => line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line))
}

/** Text with or without emphasis: all that an article's paragraph is made of. */
export interface Run {
  readonly text: string
  readonly isEmphasis: boolean
}

/** Inline text as runs, each different from its neighbours; emphasis inside emphasis and glossary terms count for nothing. */
export function runsOf(inlines: readonly Inline[], isEmphasis = false): Run[] {
  return joined(
    inlines.flatMap((inline) =>
      inline.kind === 'text'
        ? [{ text: inline.text, isEmphasis }]
        : runsOf(inline.children, isEmphasis || inline.kind === 'emphasis'),
    ),
  )
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.text === '') continue
    if (last?.isEmphasis === run.isEmphasis)
      result[result.length - 1] = { ...run, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

/** A paragraph begins and ends with what can be seen, whatever kind of space stood there. */
function trimmedEnds(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '')
  const last = runs.findLastIndex(({ text }) => text.trim() !== '')
  return joined(
    runs.slice(first, last + 1).map((run, index, kept) => {
      const start = index === 0 ? run.text.trimStart() : run.text
      return { ...run, text: index === kept.length - 1 ? start.trimEnd() : start }
    }),
  )
}

/** One space for each run of spaces and line ends, none just inside emphasis; no-break spaces stay where they part words. */
function foldSpaces(inlines: readonly Inline[]): Inline[] {
  let isAfterSpace = true
  const folded = runsOf(inlines).flatMap(({ text, isEmphasis }): Run[] => {
    const single = text.replace(/[ \t\n\f\v\r]+/g, ' ')
    const own = isAfterSpace && single.startsWith(' ') ? single.slice(1) : single
    if (own === '') return []
    isAfterSpace = own.endsWith(' ')
    if (!isEmphasis) return [{ text: own, isEmphasis }]
    const head = own.length - own.trimStart().length
    const words = own.trim()
    return [
      { text: own.slice(0, head), isEmphasis: false },
      { text: words, isEmphasis },
      { text: own.slice(head + words.length), isEmphasis: false },
    ]
  })
  return trimmedEnds(joined(folded)).map(({ text, isEmphasis }): Inline =>
    isEmphasis ? { kind: 'emphasis', children: [{ kind: 'text', text }] } : { kind: 'text', text },
  )
}
