import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Packages that ask a document where a browser runs them; a worker has none. Their other form asks nobody. */
const PACKAGES: ReadonlySet<string> = new Set(['decode-named-character-reference'])

/** For workers: takes the form of a package that Node takes too. */
export function withoutDocument(): Plugin {
  const { resolve } = createRequire(import.meta.url)
  return {
    name: 'proofline:without-document',
    enforce: 'pre',
    resolveId: (id) => (PACKAGES.has(id) ? resolve(id) : null),
  }
}
