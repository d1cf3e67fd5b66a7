import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { directionOf } from './direction.ts'
import type { Inline } from './model.ts'
import { plainText, sliceInlines, wordCount } from './text.ts'

const inlines: readonly Inline[] = [
  { kind: 'text', text: 'He ' },
  { kind: 'emphasis', children: [{ kind: 'text', text: 'said so. Then' }] },
  { kind: 'text', text: ' left' },
]

describe('inline text', () => {
  it('is its words without markup', () => {
    expect(plainText(inlines)).toBe('He said so. Then left')
  })

  it('is cut in two with its markup in both parts', () => {
    expect(sliceInlines(inlines, 0, 12)).toEqual([
      { kind: 'text', text: 'He ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'said so. ' }] },
    ])
    expect(sliceInlines(inlines, 12, Infinity)).toEqual([
      { kind: 'emphasis', children: [{ kind: 'text', text: 'Then' }] },
      { kind: 'text', text: ' left' },
    ])
  })

  test.prop([fc.nat(25), fc.nat(25)])('has in each part the words of that part', (start, end) => {
    expect(plainText(sliceInlines(inlines, start, end))).toBe(
      plainText(inlines).slice(start, Math.max(start, end)),
    )
  })
})

it('counts words as its language does', () => {
  expect(wordCount('It’s 5 p.m.; they left.', 'en')).toBe(5)
  expect(wordCount('我们学习', 'zh')).toBe(2)
})

it.each([
  ['en', 'ltr'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['no tag', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})
