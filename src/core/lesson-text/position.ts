import type { Diagnostic, DocPath, Severity } from '#core/kernel/diagnostic.ts'

/** A place in a file. Lines and columns count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Finds the place in a file of something in its data. */
export type Locate = (path: DocPath) => Position

export const FILE_START: Position = { line: 1, column: 1 }

/** A file's text as every reader here takes it: no byte order mark, one kind of line end. Places stay what they were. */
export const plainLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** What a diagnostic says beside its place. */
export interface Found {
  readonly code: string
  readonly severity?: Severity
  readonly params?: Readonly<Record<string, string | number>>
}

/** A diagnostic at a place of a file; an error where nothing else is said. */
export const placed = (file: string, position: Position, found: Found): Diagnostic => ({
  code: found.code,
  severity: found.severity ?? 'error',
  file,
  line: position.line,
  column: position.column,
  params: found.params ?? {},
})
