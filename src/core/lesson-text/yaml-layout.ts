import {
  Document,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type Node,
  type Pair,
  type ToStringOptions,
  type YAMLMap,
} from 'yaml'
import * as v from 'valibot'
import type { AuthoringRegistry } from '#core/interaction/spec.ts'
import { envelopeSchema, lessonSchema } from './lesson-schema.ts'
import { entriesOf, itemOf } from './schema-faults.ts'

type Schema = v.GenericSchema<unknown, unknown>

const TO_STRING: ToStringOptions = {
  lineWidth: 0,
  singleQuote: false,
  doubleQuotedMinMultiLineLength: Infinity,
  flowCollectionPadding: false,
}

/** Short lists of words, written on one line. */
const LISTS_IN_LINE = new Set([
  'topic',
  'levels',
  'forms',
  'answers',
  'categories',
  'route',
  'sources',
  'abbreviations',
])

/** Fields of lesson.yaml that a blank line sets apart. */
const SET_APART = new Set(['sources', 'reports', 'glossary', 'places', 'route', 'timeline', 'abbreviations'])

/** Lays out lesson.yaml in place and gives its text: fields in the order of the format, one layout for all. Comments stay with what they stand at. */
export function lessonYaml(document: Document): string {
  layOut(document.contents, lessonSchema) // contents of a document are a node
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) setSpace(pair.key, SET_APART.has(nameOf(pair)))
  }
  return document.toString(TO_STRING)
}

/** Lays out questions.yaml in place and gives its text. */
export function questionsYaml(document: Document, authoring: AuthoringRegistry): string {
  const list = document.contents
  if (isSeq(list)) {
    list.flow = false
    list.items.forEach((item, index) => {
      const type: unknown = isMap(item) ? item.get('type') : undefined
      const own = typeof type === 'string' && Object.hasOwn(authoring, type) ? authoring[type] : undefined
      layOut(item as Node | null, questionSchema(own?.fieldsSchema)) // items of a document are nodes
      setSpace(item, index > 0)
    })
  }
  return document.toString(TO_STRING)
}

/** The whole of a question: the type's own fields stand before the explanation, where the reader needs them. */
function questionSchema(fields: Schema | undefined): Schema {
  const { explanation, evidence, asOf, validUntil, ...head } = envelopeSchema.entries
  const own = fields === undefined ? null : entriesOf(fields)
  return v.strictObject({ ...head, ...own, explanation, evidence, asOf, validUntil })
}

function layOut(node: Node | null, schema: Schema | undefined, key = ''): void {
  if (isMap(node)) layOutMap(node, schema, key)
  else if (isSeq(node)) {
    const items = node.items as (Node | null)[] // items of a document are nodes
    node.flow =
      LISTS_IN_LINE.has(key) && items.length > 0 && items.every((item) => isScalar(item) && !hasComment(item))
    for (const item of items) {
      setSpace(item, false)
      layOut(item, schema === undefined ? undefined : itemOf(schema), key)
    }
  } else if (isScalar(node) && typeof node.value === 'string') layOutText(node as Scalar<string>, key)
}

function layOutMap(map: YAMLMap, schema: Schema | undefined, key: string): void {
  const entries = (schema === undefined ? null : entriesOf(schema)) ?? {}
  const order = Object.keys(entries)
  const rankOf = (pair: Pair): number =>
    order.includes(nameOf(pair)) ? order.indexOf(nameOf(pair)) : order.length
  map.flow = false
  map.items = map.items.toSorted((a, b) => rankOf(a) - rankOf(b))
  for (const pair of map.items) {
    setSpace(pair.key, false)
    setSpace(pair.value, false)
    if (isScalar(pair.key)) delete pair.key.type
    layOut(pair.value as Node | null, entries[nameOf(pair)], key === 'evidence' ? key : nameOf(pair)) // values of a document are nodes
  }
}

/** Quotes of an article in quotation marks; other text without, where YAML can do without. */
function layOutText(scalar: Scalar<string>, key: string): void {
  if (key === 'evidence') scalar.type = Scalar.QUOTE_DOUBLE
  else if (scalar.value.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL
  else scalar.type = Scalar.PLAIN
}

const nameOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key))

const hasComment = (node: Scalar): boolean => Boolean(node.comment) || Boolean(node.commentBefore)

function setSpace(node: unknown, space: boolean): void {
  if (node instanceof Object && 'spaceBefore' in node) node.spaceBefore = space
  else if (isMap(node) || isSeq(node) || isScalar(node)) node.spaceBefore = space
}

/** A document of plain data whose parts can be laid out. */
export const documentOf = (data: unknown): Document => new Document(data, { version: '1.2', schema: 'core' })
