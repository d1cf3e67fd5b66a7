import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameAnswer, matchAnswer, type AnswerKind } from './compare.ts'
import { foldAnswer } from './fold-answer.ts'
import { isSameDay, parseDay } from './parse-day.ts'
import { parseNumber, writeNumber } from './parse-number.ts'

const isAccepted = (
  given: string,
  accepted: string,
  {
    language = 'en',
    as = 'text',
    distractors = [],
  }: { language?: string; as?: AnswerKind; distractors?: readonly string[] } = {},
) => matchAnswer(given, { accepted: [accepted], distractors }, { language, as })?.source === 'accepted'

describe('folding', () => {
  it.each([
    ['en', '  The “Marshal  Shaposhnikov”. ', 'marshal shaposhnikov'],
    ['en', 'Ｔｕ－１６０', 'tu-160'],
    ['en', '"the \'Kursk\'"', 'kursk'],
    ['en', 'A 380', 'a 380'],
    ['en', 'the', 'the'],
    ['en', 'C#', 'c#'],
    ['en', '-5', '-5'],
    ['es', 'El canciller Lavrov', 'canciller lavrov'],
    ['fr', 'l’École', 'ecole'],
    ['de', 'die Straße', 'strasse'],
    ['de', 'STRASSE', 'strasse'],
    ['tr', 'İSTANBUL', 'istanbul'],
    ['tr', 'ISPARTA', 'isparta'],
    ['pl', 'Łódź', 'lodz'],
    ['el', 'Οδυσσέας', 'οδυσσεασ'],
    ['ru', 'Ёлка', 'елка'],
    ['ru', 'Андре́й', 'андрей'],
    ['uk', 'Київ', 'київ'],
    ['ko', '블라디보스토크', '블라디보스토크'],
    ['ar', 'كِتَابٌ', 'كتاب'],
    ['ar', 'محمـــد', 'محمد'],
    ['ar', 'أحمد', 'احمد'],
    ['ar', 'إسلام آباد', 'اسلام اباد'],
    ['ar', 'مستشفى', 'مستشفي'],
    ['ar', 'القاهرة', 'قاهره'],
    ['ar', 'مؤتمر', 'مؤتمر'],
    ['ar', '١٢٣', '123'],
    ['fa', 'کیم', 'كيم'],
    ['tr', 'Iğdır', 'igdir'],
    ['en', 'ＫＩＭ', 'kim'],
    ['es', 'La Habana', 'habana'],
    ['es', 'CAÑÓN', 'canon'],
    ['fr', 'Cœur à l’œuvre', "coeur a l'oeuvre"],
    ['ru', 'Королёв', 'королев'],
    ['ru', 'ВОЙНА', 'война'],
    ['en', '…', '...'],
  ])('in %s makes of %j %j', (language, text, folded) => {
    expect(foldAnswer(text, language)).toBe(folded)
  })

  it('changes nothing in a folded text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'de', 'fr', 'tr', 'ru', 'ar'),
        (text, language) => {
          const folded = foldAnswer(text, language)
          expect(foldAnswer(folded, language)).toBe(folded)
        },
      ),
    )
  })

  it('keeps something of every text that has something', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => text.trim() === '' || foldAnswer(text, 'fr') !== ''),
    )
  })
})

describe('comparing text', () => {
  it('lets every answer match itself, whatever it holds', () => {
    const answers = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom('en', 'de', 'tr', 'ko'),
        fc.constantFrom<AnswerKind>('text', 'date', 'number'),
        (answer, language, as) => {
          expect(matchAnswer(answer, { accepted: [answer] }, { language, as })).toEqual({
            source: 'accepted',
            index: 0,
          })
        },
      ),
    )
  })

  it('matches nothing to an empty text', () => {
    expect(matchAnswer('  ', { accepted: ['…', ''] }, { language: 'en' })).toBeNull()
  })

  it.each(['Tu-160', 'tu 160', 'TU160', 'the Tu‑160'])('reads %j as Tu-160', (given) => {
    expect(isAccepted(given, 'Tu-160')).toBe(true)
  })

  it.each([
    ['Tu-95', 'Tu-160'],
    ['Tu-95', 'Tu-95MS'],
    ['Tu-161', 'Tu-160'],
    ['5-10', '510'],
    ['24/6', '24/7'],
    ['2022', '2023'],
  ])('does not read %j as %j: figures have no slips', (given, key) => {
    expect(isAccepted(given, key)).toBe(false)
  })

  it.each([
    ['anti submarine', 'anti-submarine'],
    ['antisubmarine', 'anti-submarine'],
    ['space port', 'spaceport'],
    ['Shaposhnikof', 'Shaposhnikov'],
    ['Shapozhnikof', 'Shaposhnikov'],
    ['Kim Jon Un', 'Kim Jong Un'],
    ['Mueller', 'Müller'],
  ])('forgives the slips of %j for %j', (given, key) => {
    expect(isAccepted(given, key)).toBe(true)
  })

  it.each([
    ['ship', 'shop', 'four letters have no room for a slip'],
    ['South Korea', 'North Korea', 'two changes in one short word make another word'],
    ['west Germany', 'east Germany', 'two changes in one short word make another word'],
    ['unprofitable', 'profitable', 'letters at the front turn the meaning round'],
    ['amoral', 'moral', 'letters at the front turn the meaning round'],
    ['not guilty', 'guilty', 'a word more is no slip'],
    ['中华人民共和团', '中华人民共和国', 'a character is a word'],
  ])('does not take %j for %j: %s', (given, key) => {
    expect(isAccepted(given, key)).toBe(false)
  })

  it.each([
    ['ko', '김 정은', '김정은'],
    ['ko', '북한으로', '북한으로.'],
    ['ko', '블라디보스톡', '블라디보스토크 '.trim(), false],
    ['ar', 'بيونغ يانغ', 'بيونغ يانغ'],
    ['ar', 'الصين', 'صين'],
    ['ar', 'إيران', 'ايران'],
    ['ar', 'روسيّا', 'روسيا'],
    ['ar', '٨٠٠٠ كم', '8000 كم'],
    ['ar', '٨٬٠٠٠ كم', '8000 كم'],
    ['tr', 'ISPARTA', 'Isparta'],
    ['tr', 'istanbul', 'İstanbul'],
    ['de', 'Strasse', 'Straße'],
    ['de', 'MASSE', 'Maße'],
    ['ru', 'Еж', 'Ёж'],
    ['es', 'avion', 'avión'],
    ['es', '3,5 km', '3.5 km'],
    ['fr', 'zero', 'zéro'],
    ['fr', '3,5 %', '3,5%'],
    ['ja', '８０００', '8000'],
    ['ko', '남한', '북한', false],
    ['ko', '김정일', '김정은', false],
    ['ru', 'мой', 'мои', false],
    ['es', '1.500', '1,5', false],
  ])(
    'in %s of %j and %j makes the same answer, unless told otherwise',
    (language, given, key, isSame = true) => {
      expect(isAccepted(given, key, { language })).toBe(isSame)
    },
  )

  it('does not forgive a slip that is an expected wrong answer', () => {
    expect(
      matchAnswer('Slovenia', { accepted: ['Slovenja'], distractors: ['Slovenia'] }, { language: 'en' }),
    ).toEqual({
      source: 'distractor',
      index: 0,
    })
  })

  it('does not accept what is as near to an expected wrong answer as to the key', () => {
    expect(isAccepted('casual', 'causal', { distractors: ['casual'] })).toBe(false)
    expect(isAccepted('Ivanova', 'Ivanovo', { distractors: ['Ivanovs'] })).toBe(false)
  })

  it('names the accepted answer that was meant', () => {
    const accepted = ['Marshal Shaposhnikov', 'the frigate']
    expect(matchAnswer('Frigate', { accepted }, { language: 'en' })).toEqual({ source: 'accepted', index: 1 })
  })

  it('compares numbers and days as such', () => {
    expect(isSameAnswer('8000 km', '8,000 km', { language: 'en' })).toBe(true)
    expect(isSameAnswer('8000 miles', '8,000 km', { language: 'en' })).toBe(false)
    expect(isSameAnswer('September 16', '16 September 2023', { language: 'en' })).toBe(true)
    expect(isSameAnswer('24 July', '24/7', { language: 'en-GB' })).toBe(false)
  })
})

describe('numbers', () => {
  it.each<[string, string, number | null]>([
    ['en', '8,000', 8000],
    ['en', '8 000', 8000],
    ['en', '8\u202f000', 8000],
    ['en', "8'000", 8000],
    ['en', '1,00,000', 100_000],
    ['en', '8.000', 8],
    ['en', '3,5', 3.5],
    ['en', '−12', -12],
    ['en', '.5', 0.5],
    ['en', '８０００', 8000],
    ['en', '1,234.5', 1234.5],
    ['en', '1.234,5', 1234.5],
    ['de', '8.000', 8000],
    ['de', '3,5', 3.5],
    ['fr', '8 000,25', 8000.25],
    ['ar', '٨٠٠٠', 8000],
    ['ar', '٨٬٠٠٠٫٥', 8000.5],
    ['fa', '۸۰۰۰', 8000],
    ['en', '8 thousand', null],
    ['en', '5-10', null],
    ['en', '20 23', null],
    ['en', '', null],
    ['en', '1.2.3', null],
    ['en', 'Tu-160', null],
  ])('in %s reads %j as %j', (language, text, value) => {
    expect(parseNumber(text, language)).toBe(value)
  })

  it.each([
    ['8000 km', 'km'],
    ['8,000KM.', 'km'],
    ['$8,000', '$'],
    ['8000 m2', 'm²'],
    ['8000', 'km'],
  ])('takes the unit off %j', (text, unit) => {
    expect(parseNumber(text, 'en', { unit })).toBe(8000)
  })

  it('does not guess another unit', () => {
    expect(parseNumber('5000 miles', 'en', { unit: 'km' })).toBeNull()
  })

  it('reads back what Intl writes', () => {
    const languages = fc.constantFrom(
      'en',
      'de',
      'fr',
      'es',
      'ru',
      'pl',
      'pt-BR',
      'hi',
      'ar-EG',
      'fa',
      'de-CH',
      'sv',
      'en-IN',
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), languages, (hundredths, language) => {
        const value = hundredths / 100
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value)
        expect(parseNumber(written, language)).toBe(value)
        expect(parseNumber(writeNumber(value, language), language)).toBe(value)
      }),
    )
  })
})

describe('a number that is shown', () => {
  it.each([
    ['en', 500_000, '500,000'],
    ['de', -1234567.5, '-1.234.567,5'],
    ['ar', 500_000, '500,000'],
  ])('is written as in %s', (language, value, text) => {
    expect(writeNumber(value, language).replace(/[\u200e\u200f]/g, '')).toBe(text)
  })
})

describe('days', () => {
  const day = { year: 2023, month: 9, day: 16 }

  it.each([
    ['en', '2023-09-16'],
    ['en', '16 September 2023'],
    ['en', 'September 16, 2023'],
    ['en', 'Saturday, the 16th of September 2023'],
    ['en', 'Sept. 16, 2023'],
    ['en', '16-Sep-2023'],
    ['en', '16.9.2023'],
    ['en', '16/09/2023'],
    ['en', '9/16/2023'],
    ['es', '16 de septiembre de 2023'],
    ['fr', 'le 16 septembre 2023'],
    ['de', '16. September 2023'],
    ['ru', '16 сентября 2023 г.'],
    ['ko', '2023년 9월 16일'],
    ['ko', '2023. 9. 16.'],
    ['ja', '2023年9月16日'],
    ['ar', '١٦ سبتمبر ٢٠٢٣'],
  ])('in %s reads %j', (language, text) => {
    expect(parseDay(text, language)).toEqual(day)
  })

  it.each<[string, number, number]>([
    ['en', 5, 9],
    ['en-US', 5, 9],
    ['en-GB', 9, 5],
    ['de', 9, 5],
  ])('in %s takes 05/09/2023 for month %i, day %i', (language, month, dayOfMonth) => {
    expect(parseDay('05/09/2023', language)).toEqual({ year: 2023, month, day: dayOfMonth })
  })

  it.each(['September 2023', '2023', '31 April', 'May', '16 Foo 2023', '16', '1 2 3 May', '0/0'])(
    'does not read %j',
    (text) => {
      expect(parseDay(text, 'en')).toBeNull()
    },
  )

  it('compares the year only where both have it', () => {
    expect(isSameDay(day, { ...day, year: null })).toBe(true)
    expect(isSameDay(day, { ...day, year: 23 })).toBe(true)
    expect(isSameDay(day, { ...day, year: 2022 })).toBe(false)
    expect(isSameDay(day, { ...day, year: 22 })).toBe(false)
  })

  it('reads back what Intl writes', () => {
    const languages = fc.constantFrom(
      'en',
      'en-GB',
      'de',
      'fr',
      'es',
      'pt',
      'it',
      'nl',
      'pl',
      'ru',
      'uk',
      'tr',
      'el',
      'ca',
      'ar-EG',
      'ja',
      'ko',
      'zh',
    )
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, languages, fc.constantFrom('long', 'full', 'medium'), (date, language, dateStyle) => {
        const written = new Intl.DateTimeFormat(language, {
          dateStyle,
          timeZone: 'UTC',
          calendar: 'gregory',
        }).format(date)
        fc.pre(language !== 'zh' && language !== 'ja' && language !== 'ko' ? true : dateStyle !== 'full')
        expect({ language, written, day: parseDay(written, language) }).toMatchObject({
          day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
        })
      }),
    )
  })
})
