import { describe, expect, it } from 'vitest'
import { formatDate, formatList, formatNumber, formatTag } from './formats.ts'
import { LANGUAGES } from './languages.ts'

const languageOf = (wanted: string) => {
  const language = LANGUAGES.find(({ tag }) => tag === wanted)
  if (language === undefined) throw new Error(`Expected a language ${wanted}`)
  return language
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it.each([0, 7, 42, 999, 1000, 12_345, 0.5, 1.005])('%d is written as its people write it', (value) => {
    const written = new Intl.NumberFormat(formatTag(tag), { maximumFractionDigits: 2 }).format(value)
    expect(formatNumber(value, tag)).toBe(written)
  })

  it.each([7, 999, 1000, 12_345])('%d is written in a sentence as it is alone', async (points) => {
    const message = (await languageOf(tag).load())['question.points']
    const written = typeof message === 'function' ? message({ points: '0', max: points }) : message
    expect(written).toContain(formatNumber(points, tag))
  })

  it('a negative number has a minus', () => {
    expect(formatNumber(-83.25, tag)).toMatch(/^\p{Cf}?−83[.,٫]25$/u)
  })

  it.each([[[]], [['7']], [['7', '8']], [['7', '8', '9']]])('%j is a list of its people', (items) => {
    expect(formatList(items, tag)).toBe(new Intl.ListFormat(formatTag(tag)).format(items))
  })

  it('a day, a month and a year are told apart', () => {
    const [day, month, year] = ['2023-09-16', '2023-09', '2023'].map((date) => formatDate(date, tag))
    expect(day).toMatch(/16.*2023|2023.*16/)
    expect(month).toContain('2023')
    expect(month).not.toContain('16')
    expect(year).toMatch(/^2023\D{0,2}$/)
  })
})
