import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { lettersAtOnce, partsOf, patienceMs, wordAt } from './spoken-words.ts'

describe('the word at a place', () => {
  const word = (text: string, at: number, language = 'en'): string | null => {
    const span = wordAt(text, at, language)
    return span && text.slice(span.start, span.end)
  }
  const text = 'He saw “the Tu-95MS”, Kim’s and 3.5 others.'

  it.each([
    [0, 'He'],
    [4, 'saw'],
    [6, 'the'],
    [7, 'the'],
    [text.indexOf('Tu'), 'Tu-95MS'],
    [text.indexOf('95'), 'Tu-95MS'],
    [text.indexOf('Kim'), 'Kim’s'],
    [text.indexOf('3.5'), '3.5'],
    [-4, 'He'],
  ])('%i is %s', (at, expected) => {
    expect(word(text, at)).toBe(expected)
  })

  it('is null after the last word', () => {
    expect(word('Yes.', 3)).toBeNull()
    expect(word('Yes.', 99)).toBeNull()
    expect(word('', 0)).toBeNull()
  })

  it('is found where words have no spaces between them', () => {
    expect(word('金正恩访问了工厂', 5, 'zh')).toBe('了')
  })

  test.prop([fc.string({ unit: 'binary' }), fc.nat(40)])('always lies inside the text', (any, at) => {
    const span = wordAt(any, at, 'en')
    if (span === null) return
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(any.length)
  })
})

describe('a text in parts', () => {
  const cut = (text: string, most: number) =>
    partsOf(text, most).map(({ start, end }) => text.slice(start, end))

  it('is whole where it is short enough', () => {
    expect(cut('Short.', 6)).toEqual(['Short.'])
  })

  it('is cut after a pause, else between words, else anywhere', () => {
    expect(cut('One two, three four five', 14)).toEqual(['One two, ', 'three four ', 'five'])
    expect(cut('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  test.prop([fc.string(), fc.integer({ min: 1, max: 30 })])(
    'loses no letter and keeps to its length',
    (text, most) => {
      const parts = cut(text, most)
      expect(parts.join('')).toBe(text)
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(most)
    },
  )
})

it('a voice is given less at once, and waited for longer, when it speaks slowly', () => {
  expect(lettersAtOnce(0.6)).toBeLessThan(lettersAtOnce(1.6))
  expect(patienceMs(100, 0.6)).toBeGreaterThan(patienceMs(100, 1.6))
})
