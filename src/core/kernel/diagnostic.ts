/** Where in a structured document something stands: keys and 0-based indexes, outermost first. */
export type DocPath = readonly (string | number)[]

export type Severity = 'error' | 'warning'

/** What was found, before its place is known as line and column. `code` has its words in the locales. */
export interface Fault {
  readonly code: string
  readonly severity: Severity
  /** Where it stands, relative to the thing that was checked. */
  readonly path: DocPath
  readonly params?: Readonly<Record<string, string | number>>
}

/** One finding about a lesson, placed like a compiler's. Lines and columns count from 1. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly file: string
  readonly line: number
  readonly column: number
  readonly params: Readonly<Record<string, string | number>>
}

/** A value where reading went well enough to have one, and everything that was found on the way. */
export interface Parsed<T> {
  readonly value: T | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Whether anything was found that a lesson cannot be used with; warnings do not count. */
export const hasErrors = (diagnostics: readonly { readonly severity: Severity }[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')

/** Where the words of a finding stand in the locales. A `variant` among its parameters picks the fitting ones of several. */
export const diagnosticMessageKey = ({ code, params }: Pick<Fault, 'code' | 'params'>): string =>
  typeof params?.variant === 'string' ? `diagnostics.${code}_${params.variant}` : `diagnostics.${code}`
