import { hasErrors, type Diagnostic } from '#core/kernel/diagnostic.ts'
import { emptyFile, wrongRoot } from './lesson-file.ts'
import type { Locate } from './position.ts'
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

/** The entries of questions.yaml. A fault of syntax in one entry takes only that one away. */
export function readQuestionItems(text: string): QuestionItems {
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
