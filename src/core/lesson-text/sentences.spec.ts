import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

/** Texts with `¦` between their sentences; the space before it belongs to the sentence that it ends. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The tour began on Tuesday. ¦Officers made up the party. ¦It ended on Saturday!',
    'Dr. Smith met Lt. Gen. J. R. Jones at 5 p.m. on Monday. ¦They left at 6 p.m. ¦Nobody followed.',
    'The talks start at 5 p.m. Monday. ¦They last two days.',
    'The U.S. Army moved in. ¦Officials in the U.S. ¦The talks failed.',
    'U.N. Secretary-General A. Guterres spoke first. ¦Then it was over.',
    'John F. Kennedy said so. ¦We took plan B. ¦He agreed.',
    'Apple Inc. Chief Executive Tim Cook came, too. ¦He sat. ¦Everyone stood.',
    'Resolution No. 1718 of 14 Oct. 2006 is in force. ¦Did they agree? ¦They said no. ¦Kim left.',
    'It rose by 3.5 percent to 1.000.000 units. ¦Version 2.0 followed.',
    'He waited... and waited. ¦He waited… ¦Then he went home.',
    '“It works.” ¦She said this twice. ¦“Go!” Kim said. ¦“Why?” she asked.',
    '“We came. ¦We saw,” he said. ¦(Nobody else was there.) ¦The end.',
    'Kalibr missiles, e.g. on ships, fly low. ¦St. Petersburg is far away.',
    'The firm (Acme Co. of Delaware) paid. ¦The rest is history.',
  ],
  es: [
    '¿Quién vino? ¦El Sr. García llegó a EE. UU. ¦El viaje fue largo.',
    '«Sí», dijo la Dra. Ruiz. ¦¡Qué día! ¦EE. UU. anunció, p. ej., un plan.',
    '—¿Vienes? —preguntó ella. ¦Nadie contestó.',
  ],
  fr: [
    'M. Le Pen et Mme Dupont sont là. ¦J.-C. Juncker aussi.',
    '« Oui. » ¦Il est parti. ¦« Pourquoi ? » demanda-t-il.',
    'Il cite St. Augustin, etc. ¦Puis il sort.',
  ],
  ru: [
    'А. С. Пушкин жил в г. Москве. ¦Он много писал и т. д. ¦Затем уехал.',
    '«Да.» – сказал он. ¦В 2023 г. Россия и КНДР подписали договор. ¦Это было в 2022 г. ¦Он ушёл.',
    '— Вы едете? — спросил он. ¦Никто не ответил.',
  ],
  de: [
    'Am 16. September kam z. B. Dr. Meier. ¦Er blieb bis zum 3. Tag. ¦Das war im Jahr 2023. ¦Die Sitzung endete.',
    '„Gut.“ ¦Sie sagte das. ¦„Wirklich?“, fragte er.',
  ],
  ko: [
    '회담은 오후 5시에 시작됐다. ¦“갑시다!” ¦그가 말했다. ¦약 3.5톤이 실렸다. ¦왜일까? ¦아무도 모른다…',
    '김 위원장은 토요일에 떠났다. ¦그는 "간다."라고 말했다. ¦끝났는가? ¦2023. 9. 16. 방문했다.',
  ],
  ar: [
    'هل ذهب؟ ¦نعم. ¦ثم عاد د. محمد إلى البيت. ¦انتهى!',
    'قال: «سنعود.» ¦ثم رحل؛ ولم يقل شيئا. ¦بلغ العدد ٣٫٥ مليون. ¦وصل في ١٦ سبتمبر ٢٠٢٣ م. إلى المدينة.',
    'بلغت النسبة 3.5 في المئة. ¦«هل نذهب؟» ¦سأل الرئيس.',
  ],
  tr: [
    'Kim salı günü geldi. ¦Dr. Yılmaz ve Prof. Işık oradaydı. ¦İki gün kaldılar mı? ¦Evet!',
    'Görüşme 16. yüzyıl binasında yapıldı. ¦Saat 5’te bitti.',
  ],
  ja: ['彼は「行く。」と言った。¦そして去った。¦終わり！'],
  zh: ['他走了。¦“我们会来。”他说。¦第二天下雨了。'],
}

const cases = Object.entries(PROSE).flatMap(([language, texts]) =>
  texts.map((marked) => ({ language, marked })),
)

describe('sentences of news prose', () => {
  it.each(cases)('$language: $marked', ({ language, marked }) => {
    expect(splitSentences(marked.replaceAll('¦', ''), { language }).join('¦')).toBe(marked)
  })

  it('knows the abbreviations of the lesson', () => {
    const text = 'He met Cllr. Adams. Then he left.'
    expect(splitSentences(text, { language: 'en' })).toHaveLength(3)
    expect(splitSentences(text, { language: 'en', abbreviations: ['Cllr.'] })).toEqual([
      'He met Cllr. Adams. ',
      'Then he left.',
    ])
  })

  it('goes on after a line end without a stop', () => {
    expect(splitSentences('One\ntwo. Three', { language: 'en' })).toEqual(['One\ntwo. ', 'Three'])
  })

  it('reads a tag that is none by general rules', () => {
    expect(splitSentences('One. Two.', { language: 'no such tag' })).toEqual(['One. ', 'Two.'])
  })

  it('has no sentence in an empty text', () => {
    expect(splitSentences('', { language: 'en' })).toEqual([])
  })
})

const languages = fc.constantFrom('en', 'es', 'fr', 'ru', 'de', 'ko', 'ar', 'zh', 'und', '')
const punctuation = fc.array(
  fc.constantFrom(
    'a',
    'B',
    '. ',
    '.',
    '…',
    '! ',
    '?',
    '"',
    '“',
    '”',
    '«',
    '» ',
    '(',
    ')',
    '\n',
    ' ',
    '5',
    'Dr',
    'U.S',
    '。',
    '「',
    '」',
  ),
)

test.prop([fc.string({ unit: 'grapheme' }), languages])(
  'joined, sentences are the text',
  (text, language) => {
    expect(splitSentences(text, { language }).join('')).toBe(text)
  },
)

test.prop([punctuation, languages])(
  'joined, sentences are the text, however it is punctuated',
  (parts, language) => {
    const text = parts.join('')
    const sentences = splitSentences(text, { language })
    expect(sentences.join('')).toBe(text)
    expect(sentences.every((sentence) => sentence !== '')).toBe(true)
  },
)

it('stays fast on a long text without a space', () => {
  const started = performance.now()
  splitSentences(`${'a.'.repeat(20_000)} B`, { language: 'en' })
  splitSentences(`${'.'.repeat(50_000)}A${'"'.repeat(50_000)}`, { language: 'en' })
  expect(performance.now() - started).toBeLessThan(5_000)
})
