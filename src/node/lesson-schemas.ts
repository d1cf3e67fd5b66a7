import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { envelopeSchema, lessonSchema } from '#core/lesson-text/lesson-schema.ts'
import { authoring } from '#interactions/authoring.ts'

/** Where the schemas lie, seen from the folder of lessons; lessons name them in their first line. */
export const SCHEMA_FOLDER = 'schema'

/** A JSON Schema is plain data; only the parts that are put together here have names. */
interface JsonSchema {
  [keyword: string]: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
}

/** What the fields of the question types mean, for editors: by `type.field` where a name has several meanings, else by name. */
const FIELD_NOTES: Readonly<Record<string, string>> = {
  'categorise.categories': 'The groups.',
  'claims.kind': 'fact (told as seen or checked), claim (on somebody’s word) or opinion (a judgement).',
  'claims.statements': 'The statements and what each is.',
  'gap.bank': 'Whether the words are chosen from a word bank; otherwise they are typed.',
  'gap.passage': 'The text with its gaps: {key|accepted variant}.',
  'match.pairs': 'What belongs together; every left has one right, one right may serve several.',
  'number.answer': 'The right number.',
  'number.tolerance': 'How far an answer may be off; 0 without it.',
  'number.unit': 'The unit, shown beside the field.',
  'open.max': 'No more than so many words are usual.',
  'open.min': 'No fewer than so many words are usual.',
  'open.points': 'What meeting it is worth, beside the others; 1 without it.',
  'open.text': 'What an answer should have, as the reader marks it.',
  'open.words': 'How many words are usual; a hint, no limit.',
  'order.items': 'The events in the right order; the reader sees them mixed.',
  'place.latitude': 'Degrees north of the equator; negative in the south.',
  'place.longitude': 'Degrees east of Greenwich; negative in the west.',
  'place.places': 'What the reader chooses from, in the list or on the map.',
  'place.radius': 'How many kilometres a point may lie from the right place.',
  'short-text.answers': 'The accepted answers; the first is shown as the key.',
  'short-text.as': 'How answers are compared: as text, date or number.',
  'true-false-not-stated.answer': 'true, false or not-stated.',
  answer: 'The answer.',
  by: 'Who says so, as it stands among the speakers.',
  cards: 'The cards and the group of each.',
  category: 'The group that the card belongs to.',
  distractors: 'Wrong answers.',
  key: 'true where this is a right answer.',
  left: 'What stands on the left.',
  misreading: 'Why this wrong answer tempts.',
  model: 'An answer that would get full points.',
  options: 'What the reader chooses from: three, unless a fourth earns its place.',
  right: 'What stands on the right.',
  rubric: 'What an answer is judged by.',
  scope: 'Where the reader may tap: the section (without it) or the whole article.',
  speakers: 'Who may say so: with it, the reader also chooses who says each claim and opinion.',
  text: 'The words that the reader sees.',
  value: 'The wrong number.',
  why: 'One sentence for the reader: why this is wrong.',
}

const converted = (schema: v.GenericSchema<unknown, unknown>): JsonSchema => {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) as JsonSchema // the converter gives plain data
  void $schema
  return rest
}

/** Gives every field its note, where its schema has none. */
function withNotes(schema: JsonSchema, type: string): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]): [string, JsonSchema] => {
    const note = field.description ?? FIELD_NOTES[`${type}.${name}`] ?? FIELD_NOTES[name]
    return [name, withNotes(note === undefined ? field : { ...field, description: note }, type)]
  })
  return {
    ...schema,
    ...(schema.properties === undefined ? {} : { properties: Object.fromEntries(properties) }),
    ...(schema.items === undefined ? {} : { items: withNotes(schema.items, type) }),
  }
}

/** One type's whole question: the envelope with the type's own fields before the explanation. */
function questionOf(type: string, fields: v.GenericSchema<unknown, unknown>): JsonSchema {
  const envelope = converted(envelopeSchema)
  const own = withNotes(converted(fields), type)
  return {
    type: 'object',
    properties: {
      ...envelope.properties,
      ...own.properties,
      type: { const: type, description: 'What the reader does.' },
    },
    required: [...(envelope.required ?? []), ...(own.required ?? [])],
    additionalProperties: false,
  }
}

function questionsSchema(): JsonSchema {
  const types = Object.values(authoring)
  const choose = types.map(({ type }) => ({
    if: { properties: { type: { const: type } }, required: ['type'] },
    then: { $ref: `#/definitions/${type}` },
  }))
  const { properties = {}, required = [] } = converted(envelopeSchema)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Questions of a Proofline lesson',
    type: 'array',
    minItems: 1,
    items: {
      type: 'object',
      properties: {
        ...properties,
        type: { enum: types.map(({ type }) => type), description: 'What the reader does.' },
      },
      required,
      allOf: choose,
    },
    definitions: Object.fromEntries(
      types.map(({ type, fieldsSchema }) => [type, questionOf(type, fieldsSchema)]),
    ),
  }
}

/** The JSON Schemas (draft 7, which editors know best) of both YAML files, by file name. */
export function lessonSchemas(): Readonly<Record<string, string>> {
  const lesson: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Proofline lesson',
    ...converted(lessonSchema),
  }
  const text = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`
  return { 'lesson.schema.json': text(lesson), 'questions.schema.json': text(questionsSchema()) }
}

/** Names of the schemas in a folder that are missing or do not fit the code. */
export async function staleSchemas(folder: string): Promise<string[]> {
  const checked = await Promise.all(
    Object.entries(lessonSchemas()).map(async ([name, wanted]) => {
      const found = await readFile(path.join(folder, name), 'utf8').catch(() => null) // missing is as stale as old
      return found?.replace(/\r\n/g, '\n') === wanted ? [] : [name]
    }),
  )
  return checked.flat()
}
