import { describe, expect, it } from 'vitest'
import { aLesson } from '#tests/factories/lesson.ts'
import { isKnown, knownWordShare } from './known-words.ts'
import type { Article } from './model.ts'
import { articleOf } from './questions.ts'

const list = new Set([
  'a',
  'i',
  'it',
  'old',
  'ship',
  'stop',
  'make',
  'carry',
  'big',
  'is',
  'she',
  'factory',
  "don't",
])
const article = (...sentences: string[]): Article => {
  const base = articleOf(aLesson(), 'a2')
  const [section] = base.sections
  const [paragraph] = section?.paragraphs ?? []
  const [sentence] = paragraph?.sentences ?? []
  if (section === undefined || paragraph === undefined || sentence === undefined)
    throw new Error('Expected the lesson to have a sentence')
  const written = sentences.map((text) => ({ ...sentence, inlines: [{ kind: 'text' as const, text }] }))
  return { ...base, sections: [{ ...section, paragraphs: [{ ...paragraph, sentences: written }] }] }
}
const share = (...sentences: string[]) => knownWordShare(article(...sentences), 'en-GB', list)

describe('a known word', () => {
  it.each([
    'ship',
    'ships',
    'Ship',
    'ship’s',
    'stopped',
    'stopping',
    'making',
    'maker',
    'carries',
    'carried',
    'bigger',
    'oldest',
    'don’t',
    'isn’t',
    'she’ll',
    'factories',
  ])('is found with its usual ending: %s', (word) => {
    expect(isKnown(word, list)).toBe(true)
  })

  it.each(['shipment', 'unstop', 'submarine', 'as', 'its', 'news'])('is no other word: %s', (word) => {
    expect(isKnown(word, new Set([...list].filter((one) => one !== 'it' && one !== 'a')))).toBe(false)
  })
})

describe('a word in British spelling', () => {
  it.each(['harbours', 'centre', 'theatres', 'grey'])('is known where the American one is: %s', (word) => {
    expect(isKnown(word, new Set(['harbor', 'center', 'theater', 'gray']))).toBe(true)
  })
})

describe('the share of known words', () => {
  it('is of all running words, each time that they stand there', () => {
    expect(share('It is a ship. ', 'A corvette.')).toBe(5 / 6)
  })

  it('leaves names and figures out', () => {
    expect(share('It is a ship of 1949 in Vladivostok. ', 'Vladivostok is old.')).toBe(6 / 8)
    expect(share('NASA’s ship is old.', 'It is a ship.')).toBe(1)
    expect(share('Russia’s ship is big. ', 'It is a ship in Russia, and I’ll make it.')).toBe(10 / 12)
  })

  it('is not measured in other languages, nor without words', () => {
    expect(knownWordShare(article('Es un barco.'), 'es', list)).toBeNull()
    expect(share('1949.')).toBeNull()
  })
})
