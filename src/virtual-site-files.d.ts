/** Made by src/node/vite-plugin-offline.ts when all pages are written. */
declare module 'virtual:site-files' {
  export const files: readonly import('./worker/kept-files.ts').SiteFile[]
  export const version: string
}
