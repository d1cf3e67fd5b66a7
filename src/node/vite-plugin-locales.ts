import { baseCompile } from '@intlify/message-compiler'
import type { Plugin } from 'vite'

type Messages = { readonly [key: string]: string | Messages }

/** Where a message stood in its file: of use to a compiler, not to a reader. */
const POSITIONS: ReadonlySet<string> = new Set(['start', 'end', 'loc'])

/**
 * Compiles the interface's messages in the build, so that the browser is sent no message compiler.
 * Needs `__INTLIFY_DROP_MESSAGE_COMPILER__` to be true; in development the browser compiles them itself.
 */
export function locales(options: { readonly dir: string }): Plugin {
  return {
    name: 'proofline:locales',
    apply: 'build',
    config: () => ({ define: { __INTLIFY_DROP_MESSAGE_COMPILER__: true } }),
    transform: {
      order: 'pre',
      filter: { id: new RegExp(`/${options.dir}/.*\\.json$`) },
      handler(text, id) {
        const compiled = compiledMessages(JSON.parse(text) as Messages, id) // the shape is held by tests/contract/every-locale
        return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' }
      },
    },
  }
}

function compiledMessages(messages: Messages, file: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'string'
        ? compiledMessage(message, `${file}: ${key}`)
        : compiledMessages(message, file),
    ]),
  )
}

/** The message as the tree that vue-i18n formats from; throws with its place when its syntax is broken. */
function compiledMessage(message: string, place: string): unknown {
  const { ast } = baseCompile(message, {
    jit: true,
    optimize: true,
    minify: true,
    onError(error) {
      throw new Error(`${place}: ${error.message}`)
    },
  })
  return JSON.parse(JSON.stringify(ast, (key, value: unknown) => (POSITIONS.has(key) ? undefined : value)))
}
