import { describe, expect, it } from 'vitest'
import { directionOf } from './direction.ts'

/** The script that CLDR thinks likely for a tag. */
const likelyScript = (tag: string): string => new Intl.Locale(tag).maximize().script ?? ''
const RTL = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Aran']

describe('the direction of a language', () => {
  it.each(
    'af am ar az bn ckb de dv el en es fa fr he hi id it ja ka ko ku ky ps pt ru sd sw ta th tr ug uk ur vi yi zh'.split(
      ' ',
    ),
  )('is that of the likely script of %s', (tag) => {
    expect(directionOf(tag)).toBe(RTL.includes(likelyScript(tag)) ? 'rtl' : 'ltr')
  })

  it.each([
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['ar-EG', 'rtl'],
    ['HE', 'rtl'],
    ['ks-Deva', 'ltr'],
    ['uz-arab-AF', 'rtl'],
    ['not a tag', 'ltr'],
    ['', 'ltr'],
  ])('of %s is %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction)
  })
})
