import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { GlossaryEntry, Inline } from '#core/lesson/model.ts'
import { paragraphText, plainText, sentenceText } from '#core/lesson/text.ts'
import { readArticle } from './read-article.ts'
import { slugOf } from './slug.ts'
import { writeArticle } from './write-article.ts'

const read = (text: string, glossary: readonly GlossaryEntry[] = []) =>
  readArticle(text, { file: 'article.b1.md', level: 'b1', language: 'en', glossary })
const found = (text: string) =>
  read(text).diagnostics.map(
    ({ code, line, column, params }) =>
      `${line}:${column} ${code}${params.variant ? ` ${params.variant}` : ''}`,
  )
const entry = (term: string, ...forms: string[]): GlossaryEntry => ({ term, meaning: 'x', forms })

/** Inline text in short: _emphasis_, {term number|words}. */
const short = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      return inline.kind === 'emphasis'
        ? `_${short(inline.children)}_`
        : `{${inline.term}|${short(inline.children)}}`
    })
    .join('')
const sentencesOf = (text: string, glossary: readonly GlossaryEntry[] = []): string[] =>
  read(text, glossary).article?.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(({ inlines }) => short(inlines))),
  ) ?? []

describe('an article', () => {
  const { article, diagnostics, locate } = read(
    '## One {#one}\n\nFirst. Second\nline.\n\nThird.\n\n## Two *here* is text {#two}\n'.replace(
      '*here* ',
      '',
    ) + '\nFirst.\n\nFirst. First.\n',
  )

  it('has sections with paragraphs that are counted through', () => {
    expect(diagnostics).toEqual([])
    expect(
      article?.sections.map(({ id, title, paragraphs }) => [
        id,
        title,
        paragraphs.map(({ number }) => number),
      ]),
    ).toEqual([
      ['one', 'One', [1, 2]],
      ['two', 'Two is text', [3, 4]],
    ])
    expect(article?.wordCount).toBe(7)
  })

  it('joins the lines of a paragraph', () => {
    expect(article?.sections[0]?.paragraphs[0]?.sentences.map(sentenceText)).toEqual([
      'First.',
      'Second line.',
    ])
  })

  it('names a sentence by its section and words, a repeated one with a number', () => {
    const ids = article?.sections.map(({ paragraphs }) =>
      paragraphs.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
    )
    const hash = ids?.[0]?.[0]?.split('.')[1]
    expect(ids?.[0]?.[0]).toMatch(/^one\.[a-z0-9]{7}$/)
    expect(ids?.[1]).toEqual([`two.${hash}`, `two.${hash}-2`, `two.${hash}-3`])
  })

  it('knows where sections and paragraphs stand', () => {
    expect(locate(['section', 'two'])).toEqual({ line: 8, column: 1 })
    expect(locate(['paragraph', 2])).toEqual({ line: 6, column: 1 })
    expect(locate(['paragraph', 99])).toEqual({ line: 1, column: 1 })
  })
})

describe('faults', () => {
  it.each([
    ['', '1:1 empty-file'],
    ['Text.', '1:1 text-before-heading'],
    ['## One {#one}', '1:1 empty-section'],
    ['## One\n\nText.', '1:1 heading-without-id'],
    ['## One {#Öne}\n\nText.', '1:8 bad-id suggestion'],
    ['## A {#a}\n\nText.\n\n## B {#a}\n\nText.', '5:6 duplicate-section'],
    ['## {#a}\n\nText.', '1:1 empty-heading'],
    ['# A {#a}\n\nText.', '1:1 markup-not-allowed heading-level'],
    ['## A {#a}\n\nA **b**.', '3:3 markup-not-allowed strong'],
    ['## A {#a}\n\n1. A list.', '3:1 markup-not-allowed list'],
    ['## A {#a}\n\n<!-- hidden -->\n\nText.', '3:1 markup-not-allowed html'],
    ['## A {#a}\n\nSee <https://x.org>.', '3:5 markup-not-allowed link'],
    ['## A {#a}\n\n| a | b |\n|---|---|', '3:1 markup-not-allowed table'],
  ])('%j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  it.each(['# The new light\n\n', '\n# The new light\n\n', 'The new light\n===\n\n'])(
    'takes a headline at the top for what it is, once: %j',
    (headline) => {
      const line = headline.indexOf('T') > 2 ? 2 : 1
      expect(found(`${headline}## A {#a}\n\nText.`)).toEqual([`${line}:1 markup-not-allowed headline`])
    },
  )

  it('suggests an id made of the title', () => {
    expect(read('## Ça va, naïve Größe? {#A B}\n\nText.').diagnostics[0]?.params.suggestion).toBe('a-b')
    expect(read('## Ça va, naïve Größe?\n\nText.').diagnostics[0]?.params.suggestion).toBe(
      'ca-va-naive-gro-e',
    )
    expect(slugOf('北京')).toBe('')
  })

  it('keeps the words of what it refuses, so that quotes of them are still found', () => {
    const { article } = read('## A {#a}\n\nA **b** [c](https://x.org).\n\n- d\n')
    expect(article?.sections[0]?.paragraphs.map(paragraphText)).toEqual(['A b c.', 'd'])
  })

  it('lets two spaces at the end of a line be', () => {
    expect(found('## A {#a}\n\nOne  \ntwo.')).toEqual([])
  })

  it.each([
    ['>'.repeat(3_000)],
    ['- '.repeat(3_000)],
    ['*_'.repeat(3_000)],
    ['[a]('.repeat(3_000)],
    ['` '.repeat(200_000)],
    [Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
  ])('refuses at once what would take Markdown long: %.6s…', (text) => {
    expect(found(`## A {#a}\n\nWords.\n\n${text}`)).toEqual([expect.stringMatching(/ too-complex$/)])
  })

  it('takes a very long paragraph', () => {
    expect(read(`## A {#a}\n\n${'One two. '.repeat(20_000)}`).article?.wordCount).toBe(40_000)
  })
})

describe('emphasis', () => {
  it('goes on in both sentences when it crosses their border', () => {
    expect(sentencesOf('## A {#a}\n\nHe *said so. Then he* left.')).toEqual([
      'He _said so. _',
      '_Then he_ left.',
    ])
  })
})

describe('glossary terms', () => {
  const text =
    '## A {#a}\n\nA Missile and missiles. A ballistic missile. Unmissiled.\n\n## B {#b}\n\nThe missiles, *The Moscow Times* says of *Moscow*.'

  it('are marked where they come first in each section, whole and in any case', () => {
    expect(sentencesOf(text, [entry('missile', 'missiles')])).toEqual([
      'A {0|Missile} and missiles. ',
      'A ballistic missile. ',
      'Unmissiled.',
      'The {0|missiles}, _The Moscow Times_ says of _Moscow_.',
    ])
  })

  it('prefer the longer of two that begin or lie together', () => {
    const [, second] = sentencesOf('## A {#a}\n\nA ballistic missile. A ballistic missile and a missile.', [
      entry('missile'),
      entry('ballistic missile'),
    ])
    expect(second).toBe('A ballistic missile and a {0|missile}.')
  })

  it('are not marked inside a title, but as the whole of an emphasis', () => {
    expect(sentencesOf(text, [entry('Moscow')]).at(-1)).toBe(
      'The missiles, _The Moscow Times_ says of {0|_Moscow_}.',
    )
  })

  it('are found in a script without spaces', () => {
    const { article } = readArticle('## A {#a}\n\n他坐导弹车走了。', {
      file: '',
      level: 'b1',
      language: 'zh',
      glossary: [entry('导弹')],
    })
    expect(short(article?.sections[0]?.paragraphs[0]?.sentences[0]?.inlines ?? [])).toBe(
      '他坐{0|导弹}车走了。',
    )
  })
})

const words = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    ' ',
    '.',
    '*',
    '_',
    '\\',
    '`',
    '[',
    ']',
    '<',
    '>',
    '&',
    'amp;',
    '#',
    '-',
    '1.',
    '"',
    '“',
    '!',
    '|',
    '~',
    '=',
    '+',
    'é',
    '\u00a0',
    '{',
    '}',
  ),
  minLength: 1,
})
const source = fc.array(
  fc.oneof(
    words,
    words.map((text) => `*${text}*`),
  ),
  { minLength: 1, maxLength: 6 },
)

test.prop([source])('an article that is written and read again is the same', (parts) => {
  const { article } = read(`## A {#a}\n\n${parts.join('')}\n`)
  fc.pre(article !== null && article.sections.every(({ paragraphs }) => paragraphs.length > 0))
  const again = read(writeArticle(article))
  expect(again.article).toEqual(article)
  expect(writeArticle(again.article ?? article)).toBe(writeArticle(article))
})

test.prop([fc.string({ unit: 'grapheme' })])(
  'never throws, and the words of a paragraph are those of its sentences',
  (text) => {
    const { article } = read(`## A {#a}\n\n${text}`)
    for (const { sentences } of article?.sections.flatMap(({ paragraphs }) => paragraphs) ?? []) {
      expect(sentences.map(({ inlines }) => plainText(inlines)).join('')).toMatch(/^\S/)
    }
  },
)

describe('spaces that Markdown takes for text', () => {
  it.each(['\u00a0', '\u2003 \u00a0'])('alone are no paragraph', (space) => {
    const { article } = read(`## A {#a}\n\n${space}\n\nWords.`)
    expect(article?.sections[0]?.paragraphs.map(({ number }) => number)).toEqual([1])
  })

  it('are cut off at the ends of a paragraph and stay between words', () => {
    const { article } = read('## A {#a}\n\n\u00a0Some 50\u00a0km.\u2003')
    const sentences = article?.sections[0]?.paragraphs[0]?.sentences ?? []
    expect(sentences.map(({ inlines }) => plainText(inlines)).join('')).toBe('Some 50\u00a0km.')
  })
})
