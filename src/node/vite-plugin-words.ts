import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/compile-module.js'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { isLater } from './later-words.ts'

export type Messages = { readonly [key: string]: string | Messages }

const PREFIX = 'virtual:words/'
/** What only a message with a parameter, a plural or a quoted sign holds; all others are sent as they are. */
const SYNTAX = /[{}']/

/**
 * `virtual:words/<locale>`: the interface's messages (`<dir>/<locale>/app.json`, ICU MessageFormat), compiled to a flat table of
 * strings and functions; `virtual:words/<locale>/diagnostics`: the words for what a check finds, likewise. So the browser is sent
 * neither a message compiler nor plural rules of other languages.
 * A message that cannot be compiled stops the build with its file and key.
 */
export function words(options: { readonly dir: string }): Plugin {
  let root = process.cwd()
  return {
    name: 'proofline:words',
    configResolved(config) {
      root = config.root
    },
    resolveId: {
      filter: { id: new RegExp(`^${PREFIX}`) },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: new RegExp(`^\0${PREFIX}`) },
      handler(id) {
        const [locale = '', part] = id.slice(PREFIX.length + 1).split('/')
        const isOfDiagnostics = part === 'diagnostics'
        const file = path.resolve(
          root,
          options.dir,
          locale,
          isOfDiagnostics ? 'diagnostics.json' : 'app.json',
        )
        this.addWatchFile(file)
        const messages = JSON.parse(readFileSync(file, 'utf8')) as Messages // the shape is held by tests/contract/every-locale
        const wanted = isOfDiagnostics ? messages : partOf(messages, locale, part === 'more')
        return compiledWords(locale, wanted, path.relative(root, file))
      },
    },
  }
}

/** Messages by dotted key. */
const flat = (messages: Messages, prefix = ''): [key: string, message: string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  )

/** English comes in two parts, since everybody waits for the first; the other languages are fetched whole by who wants them. */
const partOf = (messages: Messages, locale: string, isMore: boolean): Messages =>
  locale === 'en' ? Object.fromEntries(flat(messages).filter(([key]) => isLater(key) === isMore)) : messages

/** The messages as the source of a module. Figures are Latin in every language, as they are in the lessons. */
export function compiledWords(locale: string, messages: Messages, file: string): string {
  const formatter = new MessageFormat(`${locale}-u-nu-latn`)
  const all = flat(messages)
  const plain = all.filter(([, message]) => !SYNTAX.test(message))
  const written = all.filter(([, message]) => SYNTAX.test(message))
  for (const [key, message] of written) {
    try {
      formatter.compile(message)
    } catch (error) {
      throw new Error(`${file}: ${key}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  const code = withQuickFigures(withOwnPlurals(compileModule(formatter, Object.fromEntries(written)), locale))
  return `${code.replace('export default {', 'const compiled = {')}\nexport default { ...${JSON.stringify(Object.fromEntries(plain))}, ...compiled }`
}

/** The browser knows the plural rules of every language: none travel, and those of one language are not loaded with another's words. */
const withOwnPlurals = (code: string, locale: string): string =>
  code.replace(
    /import \{ (\w+) \} from "@messageformat\/runtime\/lib\/cardinals";/,
    (_, name: string) =>
      `const rules = new Intl.PluralRules(${JSON.stringify(locale)});\nconst ${name} = (count) => rules.select(count);`,
  )

/** A figure below a thousand is written as it is: the first verdict would wait for a browser's number formatter, 17 ms and four times that on a phone. */
const withQuickFigures = (code: string): string =>
  code.replace(
    /import \{([^}]*\b)number(\b[^}]*)\} from "@messageformat\/runtime";/,
    (_, before: string, after: string) =>
      `import {${before}number as longNumber${after}} from "@messageformat/runtime";
const number = (locale, value, offset) => value >= offset && value - offset < 1000 && Number.isInteger(value) ? String(value - offset) : longNumber(locale, value, offset);`,
  )
