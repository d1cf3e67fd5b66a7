import { hasErrors, type Diagnostic } from '#core/kernel/diagnostic.ts'
import { emptyFile, wrongRoot } from './lesson-file.ts'
import { placed, type Locate } from './position.ts'
import { readYaml } from './read-yaml.ts'

export const QUESTIONS_FILE = 'questions.yaml'

/** One entry of questions.yaml as plain data; paths are relative to it. */
export interface QuestionItem {
  readonly index: number
  readonly data: unknown
  readonly locate: Locate
  readonly locateKey: Locate
}

export interface QuestionItems {
  readonly items: readonly QuestionItem[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A longer file is read entry by entry: a tree of all of it would take a hundred times the room. UTF-16 units. */
const WHOLE_LENGTH = 1_000_000

/** After so many entries it is said how far the reading is. */
const SHARE_EVERY = 250

/** The entries of questions.yaml. A fault of syntax in one entry takes only that one away. `onShare` hears how far it is, from 0 to 1. */
export function readQuestionItems(text: string, onShare: (share: number) => void): QuestionItems {
  if (text.length > WHOLE_LENGTH && /^-(?: |\n)/m.test(text)) return readLongList(text, onShare)
  const yaml = readYaml(text, QUESTIONS_FILE)
  const { data } = yaml
  if (data === undefined && hasErrors(yaml.diagnostics)) return readPieces(text, yaml.diagnostics)
  if (data === undefined || data === null) return { items: [], diagnostics: emptyFile(yaml, QUESTIONS_FILE) }
  if (!Array.isArray(data))
    return { items: [], diagnostics: [...yaml.diagnostics, wrongRoot(QUESTIONS_FILE, data, 'list')] }
  const items = data.map((item: unknown, index): QuestionItem => ({
    index,
    data: item,
    locate: (path) => yaml.locate([index, ...path]),
    locateKey: (path) => yaml.locateKey([index, ...path]),
  }))
  return { items, diagnostics: yaml.diagnostics }
}

/** Each entry read by itself. An entry begins with a hyphen at the start of a line: nothing inside an entry can stand there. */
function readPieces(text: string, whole: readonly Diagnostic[]): QuestionItems {
  const items: QuestionItem[] = []
  const diagnostics: Diagnostic[] = []
  let line = 0
  const pieces = text.split(/^(?=-(?:[ \n]|$))/m)
  const before = pieces[0]?.startsWith('-') === true ? 0 : 1
  for (const [at, piece] of pieces.entries()) {
    const above = line
    line += piece.split('\n').length - 1
    const yaml = readYaml(piece, QUESTIONS_FILE)
    diagnostics.push(...yaml.diagnostics.map((found) => ({ ...found, line: found.line + above })))
    const [data] = Array.isArray(yaml.data) ? (yaml.data as unknown[]) : []
    const lower =
      (locate: Locate): Locate =>
      (path) => {
        const { line: own, column } = locate([0, ...path])
        return { line: own + above, column }
      }
    if (data !== undefined)
      items.push({ index: at - before, data, locate: lower(yaml.locate), locateKey: lower(yaml.locateKey) })
  }
  return hasErrors(diagnostics) ? { items, diagnostics } : { items: [], diagnostics: whole }
}

/** The same for a long file: of each entry only the data is kept, and a place is looked up when somebody asks for it. */
function readLongList(text: string, onShare: (share: number) => void): QuestionItems {
  const items: QuestionItem[] = []
  const diagnostics: Diagnostic[] = []
  let line = 0
  let index = 0
  for (let start = 0; start < text.length;) {
    const end = nextEntry(text, start)
    const piece = text.slice(start, end)
    const above = line
    const { data, diagnostics: found } = readYaml(piece, QUESTIONS_FILE)
    for (const one of found) diagnostics.push({ ...one, line: one.line + above })
    const placeIn =
      (key: 'locate' | 'locateKey'): Locate =>
      (path) => {
        const place = readYaml(piece, QUESTIONS_FILE)[key]([0, ...path])
        return { line: place.line + above, column: place.column }
      }
    if (Array.isArray(data))
      items.push({
        index: index++,
        data: data[0] as unknown,
        locate: placeIn('locate'),
        locateKey: placeIn('locateKey'),
      })
    else if (data !== undefined && data !== null)
      diagnostics.push(
        placed(
          QUESTIONS_FILE,
          { line: above + 1, column: 1 },
          { code: 'yaml-syntax', params: { problem: '-' } },
        ),
      )
    line += piece.split('\n').length - 1
    start = end
    if (index % SHARE_EVERY === 0) onShare(start / text.length)
  }
  return { items, diagnostics }
}

/** Where the entry after the one at `start` begins. */
function nextEntry(text: string, start: number): number {
  for (let at = start; ;) {
    const end = text.indexOf('\n-', at)
    if (end < 0) return text.length
    if (/^[ \n]?$/.test(text.slice(end + 2, end + 3))) return end + 1
    at = end + 2
  }
}
