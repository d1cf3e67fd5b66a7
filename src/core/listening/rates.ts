/** Slowest, usual and fastest speed of reading aloud that a reader can choose, and the steps between; 1 is the voice's own speed. */
export const RATES = { slowest: 0.6, usual: 1, fastest: 1.6, step: 0.1 } as const
