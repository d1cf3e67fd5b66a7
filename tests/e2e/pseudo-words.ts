import { readFileSync } from 'node:fs'
import { compiledWords } from '#node/vite-plugin-words.ts'
import en from '#i18n/locales/en/app.json' with { type: 'json' }

/** A message as no language has it: every letter marked, two fifths longer, in brackets that show where it ends. Runs in the page too. */
export function pseudo(message: string): string {
  const plain = 'aceinosuyzACEINOSUYZ'
  const marked = 'áçéîñöšúýžÁÇÉÎÑÖŠÚÝŽ'
  const letters = message
    .split('Proofline') // a name stays as it is in every language
    .map((part) => [...part].map((letter) => [...marked][plain.indexOf(letter)] ?? letter).join(''))
    .join('Proofline')
  return `⟦${letters}${' ~'.repeat(Math.ceil(message.length / 5))}⟧`
}

/**
 * The interface's English words as a language of their own: the module that takes the place of another language's, so that a page shows
 * at a glance what was never translated and what has no room for longer words.
 */
export function pseudoWords(): string {
  const runtime = readFileSync('node_modules/@messageformat/runtime/esm/runtime.js', 'utf8')
  const english = compiledWords('en', en, 'en/app.json')
    .replace(
      /^import \{(.*)\} from "@messageformat\/runtime";$/m,
      (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replace('export default', 'const english =')
  return `const runtime = (() => {
${runtime.replaceAll('export function', 'function')}
return { number, plural, select }
})()
${english}
${pseudo.toString()}
export default Object.fromEntries(Object.entries(english).map(([key, message]) =>
  [key, typeof message === 'string' ? pseudo(message) : (params) => pseudo(message(params))]))`
}
