import type { Plugin } from 'vite'
import { knownWordList } from './known-words.ts'

const MODULE = 'virtual:known-words'

/** `virtual:known-words`: the words that a text's known words are counted by. A module of its own, fetched by who asks for the count. */
export function knownWords(): Plugin {
  return {
    name: 'proofline:known-words',
    resolveId: { filter: { id: /^virtual:known-words$/ }, handler: () => `\0${MODULE}` },
    load: {
      filter: { id: /^\0virtual:known-words$/ },
      handler: () =>
        `export const knownWords = new Set(${JSON.stringify(knownWordList().join(' '))}.split(' '))`,
    },
  }
}
