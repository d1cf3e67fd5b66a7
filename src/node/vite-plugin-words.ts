import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/compile-module'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

type Messages = { readonly [key: string]: string | Messages }

const PREFIX = 'virtual:words/'
/** What only a message with a parameter, a plural or a quoted sign holds; all others are sent as they are. */
const SYNTAX = /[{}']/

/**
 * `virtual:words/<locale>`: the interface's messages (`<dir>/<locale>/app.json`, ICU MessageFormat), compiled to a flat table of
 * strings and functions, so that the browser is sent neither a message compiler nor plural rules of other languages.
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
        const locale = id.slice(PREFIX.length + 1)
        const file = path.resolve(root, options.dir, locale, 'app.json')
        this.addWatchFile(file)
        const messages = flat(JSON.parse(readFileSync(file, 'utf8')) as Messages) // the shape is held by tests/contract/every-locale
        return compiledWords(locale, messages, path.relative(root, file))
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

function compiledWords(locale: string, messages: readonly [string, string][], file: string): string {
  const formatter = new MessageFormat(locale)
  const plain = messages.filter(([, message]) => !SYNTAX.test(message))
  const written = messages.filter(([, message]) => SYNTAX.test(message))
  for (const [key, message] of written) {
    try {
      formatter.compile(message)
    } catch (error) {
      throw new Error(`${file}: ${key}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  const code = compileModule(formatter, Object.fromEntries(written))
  return `${code.replace('export default {', 'const compiled = {')}\nexport default { ...${JSON.stringify(Object.fromEntries(plain))}, ...compiled }`
}
