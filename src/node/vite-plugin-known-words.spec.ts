import { brotliCompressSync } from 'node:zlib'
import { knownWords } from 'virtual:known-words'
import { describe, expect, it } from 'vitest'
import { knownWordList } from './known-words.ts'

describe('the list of known words as it is sent', () => {
  it('has the words of the list, with no space or capital in any', () => {
    expect([...knownWords]).toEqual([...new Set(knownWordList())])
    expect(knownWords.size).toBeGreaterThan(2900)
    expect([...knownWords].filter((word) => /[\s\p{Lu}]/u.test(word))).toEqual([])
    for (const word of ['about', 'harbor', "don't", 'yesterday']) expect(knownWords).toContain(word)
  })

  it('takes no more than 10 kB on the way', () => {
    expect(brotliCompressSync([...knownWords].join(' ')).length).toBeLessThan(10_000)
  })
})
