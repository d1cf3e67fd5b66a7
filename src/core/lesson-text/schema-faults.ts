import { distance } from 'fastest-levenshtein'
import * as v from 'valibot'
import type { DocPath, Fault } from '#core/kernel/diagnostic.ts'
import { slugOf } from './slug.ts'

type Schema = v.GenericSchema<unknown, unknown>
type Issue = v.BaseIssue<unknown>

/** What a schema finds: the value without unknown fields where all else is right, and every fault. */
export interface Checked<T> {
  readonly value: T | null
  readonly faults: readonly Fault[]
}

/**
 * Checks plain data against a closed schema. Paths are relative to the data. Unknown fields are faults at their key (`isKeyFault`),
 * named with the nearest known field, and do not hinder the rest. A validation whose message is a code (small letters and hyphens)
 * is reported under that code.
 */
export function checkSchema<T>(schema: v.GenericSchema<unknown, T>, data: unknown): Checked<T> {
  const unknown: Fault[] = []
  const known = knownFields(schema, data, [], unknown)
  const result = v.safeParse(schema, known)
  if (result.success) return { value: result.output, faults: unknown }
  const faults = new Map(
    result.issues
      .flatMap((issue) => faultsOf(issue, []))
      .map((fault) => [`${fault.code} ${JSON.stringify(fault.path)}`, fault]),
  )
  // two validations of one value may complain alike: of its form and of its sense
  return { value: null, faults: [...unknown, ...faults.values()] }
}

/** The fields that are right by themselves, where the whole is not. */
export function soundFields<E extends v.ObjectEntries>(
  schema: { readonly entries: E },
  data: unknown,
): { [K in keyof E]?: v.InferOutput<E[K]> } {
  if (data === null || typeof data !== 'object') return {}
  const given = new Map(Object.entries(data))
  const sound = Object.entries(schema.entries).flatMap(([key, field]) => {
    if (!given.has(key)) return []
    const { value } = checkSchema(field as Schema, given.get(key)) // no schema here is asynchronous
    return value === null ? [] : [[key, value]]
  })
  return Object.fromEntries(sound) as { [K in keyof E]?: v.InferOutput<E[K]> } // each field was checked by its own schema
}

/** Whether a fault is about a key, not about its value: it is placed at the key. */
export const isKeyFault = (fault: { readonly code: string }): boolean =>
  fault.code === 'unknown-field' || fault.code === 'unknown-level'

/** The known names from the nearest to the farthest, where one is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((other) => ({ other, away: distance(name.toLowerCase(), other) }))
    .sort((a, b) => a.away - b.away)
  const [best] = ranked
  return best !== undefined && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.other : undefined
}

/** Data without the fields that have no place in a closed object, at every depth; those become faults. */
function knownFields(schema: Schema, data: unknown, path: DocPath, faults: Fault[]): unknown {
  if (Array.isArray(data)) {
    const item = itemOf(schema)
    return item === undefined
      ? data
      : data.map((entry: unknown, index) => knownFields(item, entry, [...path, index], faults))
  }
  const entries = data === null || typeof data !== 'object' ? null : entriesOf(schema)
  if (data === null || typeof data !== 'object' || entries === null) return data
  const names = Object.keys(entries)
  const kept = Object.entries(data).flatMap(([key, value]) => {
    const field = Object.hasOwn(entries, key) ? entries[key] : undefined
    if (field !== undefined) return [[key, knownFields(field, value, [...path, key], faults)]]
    faults.push(unknownField(key, names, path))
    return []
  })
  return Object.fromEntries(kept)
}

/** The fault of a field that is not one of `known`. */
export function unknownField(field: string, known: readonly string[], path: DocPath): Fault {
  const nearest = nearestName(field, known)
  const params = {
    field,
    known: known.join(', ') || '–',
    ...(nearest === undefined ? {} : { nearest, variant: 'near' }),
  }
  return { code: 'unknown-field', severity: 'error', path: [...path, field], params }
}

/** A schema without what may wrap it, or each of its alternatives. */
function alternatives(schema: Schema): Schema[] {
  if ('wrapped' in schema) return alternatives(schema.wrapped as Schema) // optional, nullable and their like
  if ('options' in schema && (schema.type === 'union' || schema.type === 'variant'))
    return (schema.options as Schema[]).flatMap(alternatives)
  return [schema]
}

/** What a list schema says of its items; undefined where it is no list. */
export const itemOf = (schema: Schema): Schema | undefined =>
  alternatives(schema).flatMap((one) => ('item' in one ? [one.item as Schema] : []))[0] // only array schemas have items

/** The fields of an object schema; of alternatives, all of theirs. Null where it is no object. */
export function entriesOf(schema: Schema): Readonly<Record<string, Schema>> | null {
  const objects = alternatives(schema).flatMap((one) =>
    'entries' in one ? [one.entries as Record<string, Schema>] : [],
  ) // only object schemas have entries
  return objects.length === 0 ? null : Object.assign({}, ...objects)
}

const CODE = /^[a-z]+(?:-[a-z]+)+$/

function faultsOf(issue: Issue, base: DocPath): Fault[] {
  const path = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)] // keys of plain data
  const fault = (code: string, params: Fault['params'] = {}, at: DocPath = path): Fault[] => [
    { code, severity: 'error', path: at, params },
  ]
  const isMissing =
    issue.path?.at(-1)?.type === 'object' && (issue.path.at(-1) as { origin?: string }).origin === 'key'
  if (isMissing) {
    const parent = path.slice(0, -1)
    if (Array.isArray(issue.path?.at(-1)?.input))
      return fault('wrong-type', { field: fieldName(parent), found: 'list', variant: 'mapping' }, parent)
    return fault('missing-field', { field: String(path.at(-1)) }, parent)
  }
  if (issue.input === null || issue.input === '') return fault('empty-field', { field: fieldName(path) })
  if (CODE.test(issue.message)) return fault(issue.message, { value: shown(issue.input), ...idLike(issue) })
  if (issue.kind === 'validation') return validationFault(issue, path)
  return typeFault(issue, path)
}

/** The id that was meant, where what was written holds one. */
function idLike({ message, input }: Issue): Fault['params'] {
  const suggestion = message === 'bad-id' && typeof input === 'string' ? slugOf(shown(input)) : ''
  return suggestion === '' ? {} : { suggestion, variant: 'suggestion' }
}

function validationFault(issue: Issue, path: DocPath): Fault[] {
  const params = { field: fieldName(path), value: shown(issue.input), limit: shown(issue.requirement) }
  const code = VALIDATION_CODES[issue.type] ?? 'bad-value'
  if (code === 'bad-value')
    return [{ code, severity: 'error', path, params: { ...params, allowed: issue.expected ?? '–' } }]
  return [{ code, severity: 'error', path, params }]
}

const VALIDATION_CODES: Readonly<Record<string, string>> = {
  non_empty: 'empty-field',
  min_length: 'too-few',
  max_length: 'too-many',
  min_value: 'too-small',
  max_value: 'too-large',
  integer: 'not-whole',
  finite: 'not-finite',
}

function typeFault(issue: Issue, path: DocPath): Fault[] {
  if (issue.type === 'union' && issue.issues !== undefined) {
    // where one alternative fits the kind of value, its own complaints say most
    const deeper = issue.issues.filter((one) => (one.path?.length ?? 0) > 0 || one.kind === 'validation')
    if (deeper.length > 0) return deeper.flatMap((one) => faultsOf(one, path))
  }
  const expected = (issue.expected ?? '').replace(/[()]/g, '').split(' | ')
  const values = expected
    .filter((name) => !Object.hasOwn(TYPE_NAMES, name))
    .map((name) => name.replace(/^"|"$/g, ''))
  if (values.length > 0 && typeof issue.input !== 'object') {
    const allowed = [...new Set([...(expected.includes('boolean') ? ['true', 'false'] : []), ...values])]
    const nearest = nearestName(shown(issue.input), allowed)
    const near = nearest === undefined ? {} : { nearest, variant: 'near' }
    return [
      {
        code: 'bad-value',
        severity: 'error',
        path,
        params: { field: fieldName(path), value: shown(issue.input), allowed: allowed.join(', '), ...near },
      },
    ]
  }
  const kind = TYPE_NAMES[expected[0] ?? ''] ?? 'text'
  const wantsQuotes = kind === 'text' && (typeof issue.input === 'number' || typeof issue.input === 'boolean')
  const params = {
    field: fieldName(path),
    found: kindOf(issue.input),
    variant: wantsQuotes ? 'quotes' : kind,
    value: shown(issue.input),
  }
  return [{ code: 'wrong-type', severity: 'error', path, params }]
}

/** How valibot names types, and how messages do. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  Array: 'list',
  Object: 'mapping',
  undefined: 'text',
  unknown: 'text',
}

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'mapping' : typeof value === 'string' ? 'text' : typeof value
}

/** The name of the field at a path; of a list's item, the list's. */
export const fieldName = (path: DocPath): string =>
  String(path.findLast((step) => typeof step === 'string') ?? path.at(-1) ?? '')

/** A value as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
