import { describe, expect, it } from 'vitest'
import { findWords, foldWord, isEnough, markWords } from './find-words.ts'

describe('words as they are looked for', () => {
  it.each([
    ['Éléphants', 'elephants'],
    ['l’homme', 'homme'],
    ['Straße', 'strasse'],
    ['ЁЛКА', 'елка'],
    ['الْمَدِينَة', 'المدينة'],
    ['المدينة', 'مدينة'],
    ['ＴＵ', 'tu'],
    ['김정은', '김정은'],
  ])('%s is found as %s', (written, sought) => {
    expect(foldWord(written)).toBe(foldWord(sought))
  })

  it('are parted where the language parts them', () => {
    expect(findWords('Tu-160, the bomber!', 'en')).toEqual(['tu', '160', 'the', 'bomber'])
    expect(findWords('東京へ行く', 'ja').length).toBeGreaterThan(1)
    expect(findWords('… — !', 'en')).toEqual([])
  })

  it('need two letters, or one where a letter is a syllable', () => {
    expect(['a', 'ab', '김', '東'].map(isEnough)).toEqual([false, true, true, true])
  })
})

describe('a marked text', () => {
  it('is the text, with the words that begin like the sought ones apart', () => {
    const runs = markWords('The Élysée, the elections.', ['ely', 'elections'], 'en')
    expect(runs.map(({ text }) => text).join('')).toBe('The Élysée, the elections.')
    expect(runs.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Élysée', 'elections'])
  })

  it('marks a Korean word with its particle, and an Arabic one with its article', () => {
    expect(markWords('김정은이 왔다', [foldWord('김정은')], 'ko')[0]).toEqual({
      text: '김정은이',
      isHit: true,
    })
    expect(markWords('وصل إلى المدينة', [foldWord('مدينة')], 'ar').at(-1)).toEqual({
      text: 'المدينة',
      isHit: true,
    })
  })
})
