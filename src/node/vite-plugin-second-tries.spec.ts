import { describe, expect, it } from 'vitest'
import { withSecondTries, withStylesTriedAgain } from './vite-plugin-second-tries.ts'

describe('a part that could not be fetched', () => {
  it.each(['`', '"', "'"])('is asked for once more by another address of the same file (%s)', (quote) => {
    const part = `${quote}./map-Ab_9-x.js${quote}`
    expect(withSecondTries(`a(()=>import(${part}),[1])`)).toBe(
      `a(()=>import(${part}).catch(()=>import(${quote}./map-Ab_9-x.js#${quote}+Date.now())),[1])`,
    )
  })

  it.each([
    'import.meta.url',
    'import(`https://example.com/a.js`)',
    'import{a}from`./b.js`',
    'import(address)',
  ])('is none in %s', (code) => {
    expect(withSecondTries(code)).toBe(code)
  })
})

describe('styles that could not be fetched', () => {
  it('need what Vite writes to be what is looked for', () => {
    expect(() => withStylesTriedAgain('function preload() {}')).toThrow(
      'preload helper to contain if (e.type',
    )
  })
})
