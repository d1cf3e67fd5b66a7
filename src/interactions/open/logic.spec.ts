import { describe, expect, it } from 'vitest'
import { wordCount } from './logic.ts'
import { openText } from './text.ts'

describe('an open answer', () => {
  it.each([
    ['The ministry says so: 3 jets, no more.', 'en', 8],
    ['  ', 'en', 0],
    ['¿Quién lo dice?', 'es', 3],
  ])('"%s" in %s has %i words', (text, language, count) => {
    expect(wordCount(text, language)).toBe(count)
  })

  it('is counted in a language that puts no spaces between words', () => {
    expect(wordCount('国防省はそう言っている。', 'ja')).toBeGreaterThan(3)
  })

  it('is not marked twice by the same words', () => {
    const { faults } = openText.read({
      model: 'A model.',
      rubric: [{ text: 'Says who' }, { text: 'Says who' }],
    })
    expect(faults).toMatchObject([{ code: 'duplicate-option', path: ['rubric', 1, 'text'] }])
  })
})
