import MessageFormat from '@messageformat/core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/languages.ts'

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

/** What counts of any language tell apart: none, one, two, few, many, a million (which Spanish and French say with "de"). */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000]

/** The parameters that a message asks for, whatever they are; compiling it is what shows that it can be. */
function parametersOf(message: string, locale: string): string[] {
  const asked = new Set<string>()
  const compiled = new MessageFormat(locale).compile(message)
  for (const count of COUNTS)
    compiled(
      new Proxy<Record<string, unknown>>(
        {},
        {
          get: (_, name) => {
            asked.add(String(name))
            return count
          },
        },
      ),
    )
  return [...asked].sort()
}

/** The categories of each plural in a message, in order; exact numbers such as `=0` are none. */
function pluralsOf(message: string): string[][] {
  return [...message.matchAll(/,\s*plural\s*,/g)].map((found) => {
    const categories: string[] = []
    let depth = 0
    let word = ''
    for (const sign of message.slice(found.index + found[0].length)) {
      if (sign === '{' && depth++ === 0) categories.push(word.trim())
      if (sign === '}' && --depth < 0) break
      word = depth === 0 && sign !== '}' ? word + sign : ''
    }
    return categories.filter((category) => !category.startsWith('=')).sort()
  })
}

/** Names: the same in every language. */
const NAMES = new Set([
  'library.minutes', // the sign of the unit, in some languages
  'library.title',
  'print.papers.a4',
  'print.papers.letter',
  'read.title',
  'settings.faces.hyperlegible',
  'settings.faces.serif',
])
/** Words that a language has in common with English. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  es: [
    'own.severity.error',
    'print.texts.normal',
    'settings.lines.normal',
    'settings.measures.normal',
    'settings.spacings.normal',
    'settings.themes.sepia',
  ],
  fr: [
    'about.licencesHeading',
    'find.kind.question',
    'listen.pause',
    'listen.questionNumber',
    'own.questions',
    'print.date',
    'print.points',
    'read.place',
    'read.questions',
    'read.sections',
    'read.sources',
    'result.points',
    'result.score',
    'settings.lines.normal',
    'settings.pace',
    'settings.spacings.normal',
    'settings.span',
    'shell.pages',
    'study.sections',
  ],
}
const hasWords = (message: string): boolean => /\p{L}/u.test(message.replace(/\{\w+\}/g, ''))

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
const apps = rows.filter(({ path }) => partsOf(path)[1] === 'app.json')
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
  const [locale, file] = partsOf(path)
  const source = files[`/src/i18n/locales/en/${file}`]
  const given = new Map(flat(messages).map(([key, message]) => [key, String(message)]))
  const english = flat(source ?? {}).map(([key, message]) => [key, String(message)] as const)

  it('has the keys of English, no more and no fewer', () => {
    expect(source, `English has no ${file}`).toBeDefined()
    expect([...given.keys()].sort()).toEqual(english.map(([key]) => key).sort())
  })
  it('has the parameters of English in every message', () => {
    const differing = english.filter(([key, message]) => {
      const own = given.get(key)
      return own !== undefined && parametersOf(own, locale).join() !== parametersOf(message, 'en').join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })
  it('says nothing in the words of English', () => {
    const shared = new Set(SHARED[locale])
    const same = english.filter(
      ([key, message]) =>
        given.get(key) === message && hasWords(message) && !NAMES.has(key) && !shared.has(key),
    )
    expect(same.map(([key]) => key)).toEqual([])
  })
})

describe.each(apps)('the plurals of $path', ({ path, messages }) => {
  const [locale] = partsOf(path)

  it('tell apart what the language tells apart', () => {
    const expected = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort().join()
    const wrong = flat(messages).filter(([, message]) =>
      pluralsOf(String(message)).some((categories) => categories.join() !== expected),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})

describe('the registry of languages', () => {
  it('has a line for every folder and a folder for every line', () => {
    expect(LANGUAGES.map(({ tag }) => tag).sort()).toEqual(apps.map(({ path }) => partsOf(path)[0]).sort())
  })
  it('calls every language by the name that it has for itself', () => {
    const called = LANGUAGES.map(({ tag, name }) => [tag, name.toLowerCase()])
    const own = LANGUAGES.map(({ tag }) => [
      tag,
      new Intl.DisplayNames([tag], { type: 'language' }).of(tag)?.toLowerCase(),
    ])
    expect(called).toEqual(own)
  })
  it('finds the words of the command line in English alone: authors read them in a terminal', () => {
    const authoring = rows.filter(({ path }) => partsOf(path)[1] === 'authoring.json')
    expect(authoring.map(({ path }) => partsOf(path)[0])).toEqual(['en'])
  })
})

describe('the typography of', () => {
  const messagesOf = (locale: string) =>
    apps.filter(({ path }) => partsOf(path)[0] === locale).flatMap(({ messages }) => flat(messages))

  it('French has a narrow no-break space before ; : ! ? and within its quotes, and no straight apostrophe', () => {
    const wrong = messagesOf('fr').filter(([, message]) =>
      /[^\u202f\d][;:!?»](?!\/)|«[^\u202f]|'/.test(String(message)),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
  it('Russian keeps a short word with the next one, and a dash with the one before', () => {
    const wrong = messagesOf('ru').filter(([, message]) =>
      /(?<![\p{L}-])(?:[вксоуиа]|во|ко|со|об|на|по|от|до|из|за|не|ни|но) | —/iu.test(String(message)),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
  it('Russian has one full stop after a day, which ends with that of the year', () => {
    const wrong = messagesOf('ru').filter(([, message]) => /\{(?:day|date)\}\./.test(String(message)))
    expect(wrong.map(([key]) => key)).toEqual([])
  })
  it('Korean speaks in one voice', () => {
    const formal = messagesOf('ko').filter(([, message]) => /니다/.test(String(message)))
    expect(formal.map(([key]) => key)).toEqual([])
  })
  it.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en'))('%s writes … at its word', (tag) => {
    const apart = messagesOf(tag).filter(([, message]) => /\s…/.test(String(message)))
    expect(apart.map(([key]) => key)).toEqual([])
  })
  it('Spanish opens what it asks and exclaims', () => {
    const count = (message: unknown, sign: string) => String(message).split(sign).length
    const wrong = messagesOf('es').filter(
      ([, message]) =>
        count(message, '¿') !== count(message, '?') || count(message, '¡') !== count(message, '!'),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})
