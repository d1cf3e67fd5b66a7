/** Made by src/node/vite-plugin-world.ts. */
declare module 'virtual:world' {
  export const world: import('#core/map/world.ts').PackedWorld
}
