import { toJsonSchema } from '@valibot/to-json-schema'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { PrintBlock } from '#core/interaction/print-blocks.ts'
import type { Words } from '#core/interaction/spec.ts'
import { hash32 } from '#core/kernel/hash.ts'
import { seededRng } from '#core/kernel/rng.ts'
import english from '#i18n/locales/en/app.json'
import { authoring } from '#interactions/authoring.ts'
import { players } from '#interactions/views.ts'
import {
  authoringOf,
  everySample,
  logicOf,
  registeredTypes,
  sampledTypes,
  samplesOf,
} from './interaction-samples.ts'

/** The source text of every player and of every other file that names message keys. */
const sources = import.meta.glob<string>(
  ['/src/interactions/**/*.{ts,vue}', '!/src/interactions/**/*.spec.ts'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)
const sourcesOf = (folder: string): string[] =>
  Object.entries(sources).flatMap(([path, text]) => (path.startsWith(folder) ? [text] : []))

/** The words of a message key, or undefined. */
function message(key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>(
      (level, name) =>
        typeof level === 'object' && level !== null ? (level as Record<string, unknown>)[name] : undefined,
      english,
    )
  return typeof found === 'string' && found !== '' ? found : undefined
}

const words: Words = (key) => {
  const found = message(key)
  if (found === undefined) throw new Error(`Expected the message "${key}" in locales/en/app.json`)
  return found
}

/** Message keys that stand in a source as whole literals; double quotes are attributes, not literals. */
const messageKeysIn = (source: string): string[] =>
  [...source.matchAll(/(['`])((?:interactions|part)\.[\w.-]+)\1/g)].map((match) => match[2] ?? '')

/** All words of the lesson that a printed block shows. */
const printedText = (blocks: readonly PrintBlock[]): string =>
  JSON.stringify(blocks.map((block) => Object.values(block).slice(1)))

/** A copy without what the neutral shapes cannot say. */
const withoutFeedback = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === 'why' || key === 'misreading' ? undefined : part)),
  )

/** Replaces one leaf or branch of a response by anything. */
const damaged = (response: unknown): fc.Arbitrary<unknown> => {
  if (typeof response !== 'object' || response === null) return fc.anything()
  const keys = Object.keys(response)
  const replaced = fc.constantFrom(...keys).chain((key) => {
    const child = (response as Record<string, unknown>)[key]
    return fc.oneof(fc.anything(), damaged(child)).map((part): unknown => {
      if (Array.isArray(response))
        return response.map((each: unknown, index) => (String(index) === key ? part : each))
      return { ...response, [key]: part }
    })
  })
  return fc.oneof(fc.anything(), replaced)
}

describe('the doors of the interactions', () => {
  it('are the same types in the registry, the authoring, the players and the samples', () => {
    expect(Object.keys(authoring).sort()).toEqual([...registeredTypes].sort())
    expect(Object.keys(players).sort()).toEqual([...registeredTypes].sort())
    expect([...sampledTypes].sort()).toEqual([...registeredTypes].sort())
  })

  it.each(registeredTypes)('%s has one name everywhere, a version, points and a sample', (type) => {
    expect(logicOf(type).type).toBe(type)
    expect(authoringOf(type).type).toBe(type)
    expect(logicOf(type).version).toBeGreaterThanOrEqual(1)
    expect(logicOf(type).defaultPoints).toBeGreaterThanOrEqual(1)
    expect(samplesOf(type).length).toBeGreaterThan(0)
  })

  it.each(registeredTypes)('%s has an instruction and every message that its files name', (type) => {
    expect(message(`interactions.${type}.instruction`), `interactions.${type}.instruction`).toBeDefined()
    const keys = sourcesOf(`/src/interactions/${type}/`).flatMap(messageKeysIn)
    expect(keys.filter((key) => message(key) === undefined)).toEqual([])
  })

  it('the note beside a part has its messages', () => {
    const keys = messageKeysIn(sources['/src/interactions/PartNote.vue'] ?? '')
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => message(key) === undefined)).toEqual([])
  })

  it.each(registeredTypes)('%s has fields that a JSON Schema can describe, closed to others', (type) => {
    // Trimming changes no document's validity in an editor.
    const schema = toJsonSchema(authoringOf(type).fieldsSchema, {
      typeMode: 'input',
      ignoreActions: ['trim'],
    })
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  })
})

describe.each(everySample)('$type: $name', ({ type, sample }) => {
  const logic = logicOf(type)
  const door = authoringOf(type)
  const grade = (response: unknown) => logic.grade(sample.body, response, sample.context)
  const describeResponse = (response: unknown) =>
    logic.describe(sample.body, response, words, (id) => `Sentence ${id}.`)

  it('gives all for the right response, and less for the wrong one', () => {
    expect(grade(sample.right)).toMatchObject({ score: 1, verdict: 'right' })
    expect(grade(sample.wrong).verdict).toBe('wrong')
    expect(grade(sample.wrong).score).toBe(0)
  })

  const { partly } = sample
  if (partly !== undefined) {
    it('gives a part for a response that is partly right', () => {
      expect(grade(partly.response).score).toBeCloseTo(partly.score, 10)
      expect(grade(partly.response).verdict).toBe('partly')
    })
  }

  it('calls an untouched, an unready and a damaged response unanswered, and never throws', () => {
    const unanswered = { score: 0, verdict: 'unanswered', parts: [] }
    for (const response of [
      null,
      undefined,
      {},
      [],
      '',
      0,
      ...(sample.unready === undefined ? [] : [sample.unready]),
    ]) {
      expect(logic.isReady(sample.body, response)).toBe(false)
      expect(grade(response)).toEqual(unanswered)
    }
    fc.assert(
      fc.property(damaged(sample.right), (response) => {
        const isReady = logic.isReady(sample.body, response)
        if (!isReady) expect(grade(response)).toEqual(unanswered)
        else expect(['right', 'partly', 'wrong']).toContain(grade(response).verdict)
        describeResponse(response)
      }),
      { numRuns: 300, seed: hash32(type) | 0 },
    )
  })

  it('has its own response schema accept the samples', () => {
    for (const response of [
      sample.right,
      sample.wrong,
      sample.partly?.response ?? sample.right,
      sample.unready ?? sample.right,
    ]) {
      expect(logic.isValidResponse(response)).toBe(true)
    }
  })

  it('knows its body from other values', () => {
    expect(logic.isValidBody(sample.body)).toBe(true)
    for (const foreign of [null, undefined, 7, 'body', []]) expect(logic.isValidBody(foreign)).toBe(false)
  })

  it('reveals a response that earns everything', () => {
    const key = logic.reveal(sample.body, sample.context)
    expect(logic.isReady(sample.body, key)).toBe(true)
    expect(grade(key)).toMatchObject({ score: 1, verdict: 'right' })
    expect(grade(key).parts.every((part) => part.state === 'right')).toBe(true)
  })

  it('says every given response in words, and nothing for none', () => {
    expect(describeResponse(null)).toEqual([])
    for (const response of [sample.right, sample.wrong]) {
      expect(describeResponse(response).length).toBeGreaterThan(0)
      expect(describeResponse(response).filter((line) => line.trim() === '')).toEqual([])
    }
    expect(describeResponse(sample.right)).not.toEqual(describeResponse(sample.wrong))
  })

  it('lists its distractors where their author wrote them', () => {
    for (const choice of logic.choices(sample.body)) {
      const written = choice.path.reduce<unknown>(
        (level, key) => (level as Record<string | number, unknown>)[key],
        sample.fields,
      )
      expect(written, choice.path.join('.')).toBeDefined()
      expect(choice.text).not.toBe('')
    }
  })

  it('is worth the same in another order', () => {
    for (const seed of [1, 2, 3]) {
      const mixed = logic.mix(sample.body, seededRng(seed))
      expect(logic.isValidBody(mixed)).toBe(true)
      for (const response of [sample.right, sample.wrong])
        expect(logic.grade(mixed, response, sample.context).score).toBe(grade(response).score)
    }
  })

  it('reads its fields to the body, and writes them back', () => {
    expect(v.safeParse(door.fieldsSchema, sample.fields).issues).toBeUndefined()
    expect(door.read(sample.fields)).toEqual({ body: sample.body, faults: [] })
    const written = door.write(sample.body)
    expect(v.safeParse(door.fieldsSchema, written).issues).toBeUndefined()
    expect(door.read(written)).toEqual({ body: sample.body, faults: [] })
  })

  it('refuses a field that it does not know', () => {
    expect(v.is(door.fieldsSchema, { ...sample.fields, surprise: true })).toBe(false)
  })

  it('comes back from its neutral shape, or reports a loss', () => {
    const { shape, losses } = door.toNeutral(sample.body)
    const back = door.fromNeutral(shape)
    const all = [...losses, ...(back?.losses ?? [])].map((loss) => loss.code)
    if (back) {
      expect(logic.isValidBody(back.body)).toBe(true)
      expect(logic.grade(back.body, logic.reveal(back.body, sample.context), sample.context).verdict).toBe(
        'right',
      )
    }
    if (all.length === 0) expect(back?.body).toEqual(sample.body)
    else if (all.every((code) => code === 'feedback-lost' || code === 'misreadings-lost')) {
      expect(withoutFeedback(back?.body)).toEqual(withoutFeedback(sample.body))
    }
  })

  it('does not take a shape for its own that it does not speak', () => {
    const foreign = everySample
      .map((other) => authoringOf(other.type).toNeutral(other.sample.body).shape)
      .filter((shape) => shape.kind !== door.toNeutral(sample.body).shape.kind)
    for (const shape of foreign) {
      const back = door.fromNeutral(shape)
      if (back) expect(logic.isValidBody(back.body)).toBe(true)
    }
  })

  it('prints a worksheet with its messages, the same one for the same random numbers', () => {
    const sheet = door.worksheet(sample.body, seededRng(1))
    expect(sheet.length).toBeGreaterThan(0)
    for (const block of sheet) if (block.kind === 'instruction') expect(words(block.messageKey)).toBeDefined()
    expect(door.worksheet(sample.body, seededRng(1))).toEqual(sheet)
  })

  it('does not give the order of the key away on the worksheet', () => {
    const { shape } = door.toNeutral(sample.body)
    for (let seed = 0; seed < 100; seed++) {
      for (const block of door.worksheet(sample.body, seededRng(seed))) {
        if (block.kind === 'numbered-boxes' && shape.kind === 'order')
          expect(block.items).not.toEqual(shape.items)
        if (block.kind === 'columns' && shape.kind === 'match') {
          expect(block.left).toEqual(shape.left)
          expect(block.right).not.toEqual(shape.right)
          expect([...block.right].sort()).toEqual([...shape.right].sort())
        }
        if (block.kind === 'bank' && shape.kind === 'gap') {
          expect(block.words).not.toEqual(shape.bank)
          expect([...block.words].sort()).toEqual([...(shape.bank ?? [])].sort())
        }
      }
    }
  })

  it('prints a key that names the answer', () => {
    const printed = printedText(door.key(sample.body, words, sample.context.language))
    // Sentences are printed as the question's evidence, not by the type: the key knows no article.
    const lines = logic.describe(sample.body, logic.reveal(sample.body, sample.context), words, () => null)
    for (const line of lines) expect(printed).toContain(JSON.stringify(line).slice(1, -1))
  })

  it('has steps whose messages exist', () => {
    expect(sample.steps.length).toBeGreaterThan(0)
    const keys = [...JSON.stringify(sample.steps).matchAll(/"messageKey":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(keys.filter((key) => message(key) === undefined)).toEqual([])
  })
})
