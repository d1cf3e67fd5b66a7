import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLError,
} from 'yaml'
import type { Diagnostic, DocPath } from '#core/kernel/diagnostic.ts'
import { FILE_START, placed, type Found, type Locate, type Position } from './position.ts'
import { refusedSyntax } from './refused-yaml.ts'

/** Plain data of a YAML file and where each part of it stands. */
export interface YamlFile {
  /** Strings, numbers, booleans, nulls, lists and plain objects; undefined when there is nothing that can be trusted. */
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** The place of a value; for one that is missing, of its nearest ancestor there is (of a mapping: its first key). */
  readonly locate: Locate
  /** The place of the key of a value; the value's own place where it has none. */
  readonly locateKey: Locate
}

/**
 * Reads YAML 1.2 (core schema: dates stay text) as plain data. Never throws. Anchors, aliases, tags, merge keys, directives and
 * depth over 64 are refused before anything is built from them. After a fault of syntax `data` is undefined.
 */
export function readYaml(text: string, file: string): YamlFile {
  const lineCounter = new LineCounter()
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length))
    return line === 0 ? FILE_START : { line, column: col }
  }
  const nothing = (diagnostics: readonly Diagnostic[]): YamlFile => ({
    data: undefined,
    diagnostics,
    locate: () => FILE_START,
    locateKey: () => FILE_START,
  })
  const refused = refusedSyntax(text, lineCounter)
  if (refused.length > 0)
    return nothing(refused.map(({ offset, ...found }) => placed(file, positionOf(offset), found)))

  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    stringKeys: true,
  })
  const diagnostics = tellingErrors(document.errors).map((error) =>
    placed(file, positionOf(error.pos[0]), faultOf(error, text)),
  )
  for (const offset of cutTexts(document, text))
    diagnostics.push(placed(file, positionOf(offset), { code: 'yaml-comment', severity: 'warning' }))
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return nothing(diagnostics)
  const root = document.contents
  return {
    data: root === null ? undefined : dataOf(root),
    diagnostics,
    locate: (path) => positionOf(valueOffset(root, path)),
    locateKey: (path) => positionOf(keyOffset(root, path)),
  }
}

/** Without what only follows from the first fault of syntax: words that the parser then finds out of place, or a second complaint there. */
function tellingErrors(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY')
  const follows = ({ code, pos }: YAMLError): boolean =>
    code === 'UNEXPECTED_TOKEN' || (code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first?.pos[0])
  return errors.filter((error) => error === first || !follows(error))
}

/**
 * Where a number sign cuts a text that is not in quotation marks: `A mill #2` says _A mill_. A single word is a text only where more follows
 * the sign at once; `single # one is right` is a word with a comment.
 */
function cutTexts(document: Document, text: string): number[] {
  const offsets: number[] = []
  const comment = /[ \t]+(?=#([^\s#]?))/y
  visit(document, {
    Scalar(place, { type, value, range }) {
      if (place === 'key' || type !== 'PLAIN' || typeof value !== 'string' || !range) return
      comment.lastIndex = range[1]
      const found = comment.exec(text)
      if (found !== null && (found[1] !== '' || /\s/.test(value))) offsets.push(comment.lastIndex)
    },
  })
  return offsets
}

/** Whether the line of an offset is indented with a tab. */
function hasTabIndent(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^ *\t/.test(text.slice(start, offset + 1))
}

/** Whether it is a colon in the same line that makes a field of a value, and not the next line, which stands too far in. */
const hasColonBehind = (text: string, offset: number): boolean =>
  /^[^\n]*:(?:[ \n]|$)/.test(text.slice(offset))

function faultOf(error: YAMLError, text: string): Found {
  if (error.code !== 'DUPLICATE_KEY' && hasTabIndent(text, error.pos[0])) return { code: 'yaml-tab' }
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        code: 'duplicate-key',
        params: { key: /^[^:\n]*/.exec(text.slice(error.pos[0], error.pos[0] + 60))?.[0].trim() ?? '' },
      }
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab' }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { code: hasColonBehind(text, error.pos[0]) ? 'yaml-colon' : 'yaml-indent' }
    case 'MULTIPLE_DOCS':
      return { code: 'yaml-documents' }
    case 'NON_STRING_KEY':
      return { code: 'yaml-key' }
    default:
      return { code: 'yaml-syntax', params: { problem: error.message.split('\n')[0] ?? '' } }
  }
}

/** Depth is limited before this runs. */
function dataOf(node: Node | null): unknown {
  if (isMap(node)) {
    // fromEntries defines keys, so that even "__proto__" is only a key
    return Object.fromEntries(node.items.map((pair) => [keyOf(pair.key), dataOf(pair.value as Node | null)])) // values of a parsed map are nodes
  }
  if (isSeq(node)) return node.items.map((item) => dataOf(item as Node | null)) // items of a parsed list are nodes
  return isScalar(node) ? node.value : null
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '')

/** The last of doubled keys counts, as in the data. */
function childOf(
  node: Node | null,
  step: string | number,
): { key: Node | null; value: Node | null } | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined
    return item === undefined ? undefined : { key: null, value: item as Node | null }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.findLast((item) => keyOf(item.key) === String(step))
  return pair === undefined ? undefined : { key: pair.key as Node | null, value: pair.value as Node | null }
}

const startOf = (node: Node | null | undefined): number =>
  (node as ParsedNode | null | undefined)?.range?.[0] ?? 0

function valueOffset(root: Node | null, path: DocPath): number {
  let node = root
  let offset = startOf(root)
  for (const step of path) {
    const child = childOf(node, step)
    if (child === undefined) break
    node = child.value
    offset = node === null ? startOf(child.key) : startOf(node)
  }
  return offset
}

function keyOffset(root: Node | null, path: DocPath): number {
  const last = path.at(-1)
  const parents = path.slice(0, -1)
  const parent = parents.reduce<Node | null | undefined>(
    (node, step) => (node == null ? node : childOf(node, step)?.value),
    root,
  )
  const child = last === undefined || parent == null ? undefined : childOf(parent, last)
  return child?.key == null ? valueOffset(root, path) : startOf(child.key)
}
