import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { authoring } from '#interactions/authoring.ts'
import { lessonSchemas, staleSchemas } from './lesson-schemas.ts'

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly description?: string
  readonly definitions?: Readonly<Record<string, Schema>>
}

const schemas = Object.entries(lessonSchemas()).map(([name, text]) => ({
  name,
  schema: JSON.parse(text) as Schema,
}))

/** Paths of fields without a description. */
const silent = (schema: Schema, at = ''): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description === undefined ? [`${at}.${name}`] : []),
    ...silent(field, `${at}.${name}`),
  ]),
  ...(schema.items === undefined ? [] : silent(schema.items, `${at}[]`)),
  ...Object.entries(schema.definitions ?? {}).flatMap(([name, one]) => silent(one, `${at}${name}`)),
]

describe('the JSON Schemas', () => {
  it.each(schemas)('$name explains every field', ({ schema }) => {
    expect(silent(schema)).toEqual([])
  })

  it('know every question type with its own fields', () => {
    const { definitions = {} } = schemas.find(({ name }) => name === 'questions.schema.json')?.schema ?? {}
    expect(Object.keys(definitions)).toEqual(Object.keys(authoring))
    expect(Object.keys(definitions.single?.properties ?? {})).toEqual(
      expect.arrayContaining(['id', 'evidence', 'options']),
    )
  })

  it('that are committed fit the code; run `npm run lessons -- schemas` when they do not', async () => {
    expect(await staleSchemas(path.resolve(import.meta.dirname, '../../questions/schema'))).toEqual([])
  })

  it('are found stale when they are missing or differ', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'proofline-schemas-'))
    await writeFile(path.join(dir, 'lesson.schema.json'), '{}')
    expect(await staleSchemas(dir)).toEqual(['lesson.schema.json', 'questions.schema.json'])
    await rm(dir, { recursive: true })
  })
})
