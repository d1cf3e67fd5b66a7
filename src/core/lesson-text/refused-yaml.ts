import type { CST } from 'yaml'
import { Parser, type LineCounter } from 'yaml'
import type { Found } from './position.ts'

/** Deeper than any lesson; the composer that follows is recursive. */
const MAX_DEPTH = 64

/** More fields in one mapping than any lesson has; looking for doubled ones takes time by their square. */
const MAX_FIELDS = 500

export interface RefusedSyntax extends Found {
  readonly offset: number
}

const REFUSED: Readonly<Record<string, string>> = {
  alias: 'yaml-alias',
  anchor: 'yaml-anchor',
  tag: 'yaml-tag',
  directive: 'yaml-directive',
}

/**
 * What is legal YAML but not plain data, found on the syntax tree without building anything: a few bytes of aliases can stand for
 * gigabytes, and deep nesting exhausts the stack. Feeds the line counter on the way.
 */
export function refusedSyntax(text: string, lineCounter: LineCounter): RefusedSyntax[] {
  const refused: RefusedSyntax[] = []
  const waiting: { token: CST.Token | CST.SourceToken; depth: number }[] = []
  for (const token of new Parser(lineCounter.addNewLine).parse(text)) waiting.push({ token, depth: 0 })
  // a loop with its own stack: the tree may be deeper than the call stack
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next
    const code = REFUSED[token.type]
    if ('items' in token) refused.push(...mergeKeys(token))
    if (code !== undefined) refused.push({ code, offset: token.offset, params: { source: sourceOf(token) } })
    if (depth > MAX_DEPTH) return [{ code: 'yaml-depth', offset: token.offset, params: { max: MAX_DEPTH } }]
    if (isMapping(token) && token.items.length > MAX_FIELDS)
      return [{ code: 'yaml-fields', offset: token.offset, params: { max: MAX_FIELDS } }]
    for (const child of childrenOf(token))
      waiting.push({ token: child, depth: isNesting(token) ? depth + 1 : depth })
  }
  return refused.sort((a, b) => a.offset - b.offset)
}

const sourceOf = (token: CST.Token | CST.SourceToken): string =>
  'source' in token ? token.source.slice(0, 40) : ''

const isMapping = (token: CST.Token | CST.SourceToken): token is CST.BlockMap | CST.FlowCollection =>
  token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{')

const isNesting = (token: CST.Token | CST.SourceToken): boolean =>
  token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection'

function childrenOf(token: CST.Token | CST.SourceToken): (CST.Token | CST.SourceToken)[] {
  if ('items' in token) {
    return token.items.flatMap((item) => [
      ...item.start,
      ...present(item.key),
      ...(item.sep ?? []),
      ...present(item.value),
    ])
  }
  if (token.type === 'document') return [...token.start, ...present(token.value)]
  return 'props' in token ? [...token.props] : []
}

const present = (token: CST.Token | null | undefined): CST.Token[] => (token == null ? [] : [token])

/** An unquoted `<<` key copies another mapping in YAML 1.1. */
const mergeKeys = (token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): RefusedSyntax[] =>
  token.items.flatMap((item) => {
    const key = item.key
    return key?.type === 'scalar' && key.source === '<<'
      ? [{ code: 'yaml-merge-key', offset: key.offset }]
      : []
  })
