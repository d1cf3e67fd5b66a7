import { expect, it } from 'vitest'
import { countSyllables } from './syllables.ts'

it.each([
  ['a', 1],
  ['the', 1],
  ['made', 1],
  ['table', 2],
  ['missiles', 2],
  ['walked', 1],
  ['landed', 2],
  ['horses', 2],
  ['statement', 2],
  ['media', 3],
  ['nation', 2],
  ['Korean', 3],
  ['nuclear', 3],
  ['quiet', 2],
  ['cooperation', 5],
  ['didn’t', 2],
  ['Putin’s', 2],
  ['2023', 4],
])('“%s” has %i', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables)
})
