/* eslint-disable no-restricted-exports -- these modules are made by others and have a default export */
/** The compiled messages of a language; see `src/node/vite-plugin-words.ts`. */
declare module 'virtual:words/*' {
  const table: import('./i18n/words.ts').WordTable
  export default table
}

declare module '@messageformat/core/compile-module.js' {
  /** The messages as the source text of an ES module; the package's own types are not reached through its "exports". */
  export default function compileModule(
    format: import('@messageformat/core').default,
    messages: Readonly<Record<string, string>>,
  ): string
}
