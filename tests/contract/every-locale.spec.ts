import { describe, expect, it } from 'vitest'

/** Nested messages; a leaf is a string. */
interface Messages {
  readonly [key: string]: string | Messages
}

const files = import.meta.glob<Messages>('/src/i18n/locales/*/*.json', { eager: true, import: 'default' })
const partsOf = (path: string): [locale: string, file: string] => {
  const [file = '', locale = ''] = path.split('/').reverse()
  return [locale, file]
}

/** Every message with its dotted key, in the order of the file. */
const flat = (messages: Messages, prefix = ''): [key: string, message: unknown][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value] as [string, unknown]],
  )

/** The names in braces of a message, each once; a literal such as `{'@'}` is none. */
const parametersOf = (message: unknown): string[] =>
  [...new Set([...String(message).matchAll(/\{\s*([\w-]+)\s*\}/g)].map((match) => match[1] ?? ''))].sort()

/** The dotted names of objects whose keys are not in order. */
const unsorted = (messages: Messages, name: string): string[] => {
  const keys = Object.keys(messages)
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)
  const below = Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? unsorted(value, `${name}.${key}`) : [],
  )
  return isSorted ? below : [name, ...below]
}

const english = Object.entries(files).filter(([path]) => partsOf(path)[0] === 'en')
const rows = Object.entries(files).map(([path, messages]) => ({ path, messages }))
const others = rows.filter(({ path }) => partsOf(path)[0] !== 'en')

it('finds the English messages', () => {
  expect(english.map(([path]) => partsOf(path)[1])).toContain('app.json')
})

describe.each(rows)('$path', ({ path, messages }) => {
  it('has its keys sorted', () => {
    expect(unsorted(messages, path)).toEqual([])
  })
  it('has words for every key', () => {
    const empty = flat(messages).filter(([, message]) => typeof message !== 'string' || message.trim() === '')
    expect(empty.map(([key]) => key)).toEqual([])
  })
})

describe.each(others)('$path, beside English', ({ path, messages }) => {
  const [, file] = partsOf(path)
  const source = files[`/src/i18n/locales/en/${file}`]
  const given = new Map(flat(messages))

  it('has the keys of English, no more and no fewer', () => {
    expect(source, `English has no ${file}`).toBeDefined()
    expect([...given.keys()].sort()).toEqual(
      flat(source ?? {})
        .map(([key]) => key)
        .sort(),
    )
  })
  it('has the parameters of English in every message', () => {
    const differing = flat(source ?? {}).filter(
      ([key, message]) =>
        given.has(key) && parametersOf(given.get(key)).join() !== parametersOf(message).join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })
})
