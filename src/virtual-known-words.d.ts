/** Made by src/node/vite-plugin-known-words.ts. */
declare module 'virtual:known-words' {
  export const knownWords: ReadonlySet<string>
}
