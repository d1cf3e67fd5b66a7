import { describe, expect, it } from 'vitest'
import { fleschKincaidGrade, lixIndex, measureSentences } from './readability.ts'

describe('the Flesch-Kincaid grade', () => {
  it.each([
    ['the shortest sentence, one word of one syllable', { words: 1, sentences: 1, syllables: 1 }, -3.4],
    ['ten words of ten syllables', { words: 10, sentences: 1, syllables: 10 }, 0.11],
    ['100 words, 5 sentences, 150 syllables', { words: 100, sentences: 5, syllables: 150 }, 9.91],
  ])('is the published formula: %s', (_, count, grade) => {
    expect(fleschKincaidGrade(count)).toBeCloseTo(grade, 2)
  })

  it.each([
    // 13 words and 24 syllables; published as 11.3.
    ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 11.3],
    ['The cat sat on the mat.', -1.4],
  ])('of “%s” is %f', (sentence, grade) => {
    const measured = measureSentences([sentence], 'en-GB')
    expect(measured?.method).toBe('flesch-kincaid')
    expect(measured?.value).toBeCloseTo(grade, 1)
  })
})

describe('LIX', () => {
  it('is the published formula: 200 words, 10 sentences and 50 long words give 45', () => {
    expect(lixIndex({ words: 200, sentences: 10, longWords: 50 })).toBe(45)
  })

  it('counts words of more than six letters, in any alphabet', () => {
    // 6 words, 2 sentences, long: Författaren, läsbarhet. "mycket" has six letters and is short.
    expect(measureSentences(['Författaren talar.', 'Om mycket god läsbarhet.'], 'sv')?.value).toBeCloseTo(
      3 + 200 / 6,
    )
    // 4 words, 1 sentence, long: министр, встретил.
    expect(measureSentences(['Министр встретил его вчера.'], 'ru')).toMatchObject({
      method: 'lix',
      value: 4 + 50,
    })
  })
})

it('measures nothing where there are no words or no spaces between them', () => {
  expect(measureSentences([], 'en')).toBeNull()
  expect(measureSentences(['…'], 'en')).toBeNull()
  expect(measureSentences(['金正恩参观了机场。'], 'zh-Hans')).toBeNull()
})
