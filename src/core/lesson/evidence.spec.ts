import { describe, expect, it } from 'vitest'
import { readArticle } from '#core/lesson-text/read-article.ts'
import { resolveQuote } from './evidence.ts'

const TEXT = `## The port {#port}

Kim saw three *bombers*, it is said. Russia’s minister smiled. He left.

## The deal {#deal}

“Nothing is signed,” said the Kremlin. He left. The two men — both in uniform — did not speak.
`
const { article } = readArticle(TEXT, {
  file: '',
  level: 'b1',
  language: 'en',
  glossary: [{ term: 'minister', meaning: 'x', forms: [] }],
})
if (article === null) throw new Error('Expected an article')
const ids = article.sections.flatMap(({ paragraphs }) =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
)
const resolve = (quote: string) => resolveQuote(article, quote)

describe('a quote', () => {
  it('is found across emphasis and terms, as a part of a sentence', () => {
    expect(resolve('three bombers')).toEqual({ kind: 'found', sentences: [ids[0]] })
  })

  it('touches every sentence that it runs over', () => {
    expect(resolve('it is said. Russia’s minister smiled.')).toEqual({
      kind: 'found',
      sentences: [ids[0], ids[1]],
    })
  })

  it('does not touch a sentence by the space before it', () => {
    expect(resolve('Russia’s minister smiled. ')).toEqual({ kind: 'found', sentences: [ids[1]] })
  })

  it('matches whatever white space it is written with', () => {
    expect(resolve('  three\n   bombers ')).toMatchObject({ kind: 'found' })
  })

  it('is ambiguous in two places, which are named', () => {
    expect(resolve('He left.')).toEqual({
      kind: 'ambiguous',
      places: [
        { section: 'port', paragraph: 1, sentence: 3, text: 'He left.' },
        { section: 'deal', paragraph: 2, sentence: 2, text: 'He left.' },
      ],
    })
  })

  it('does not run over two paragraphs', () => {
    expect(resolve('He left. “Nothing is signed,”')).toMatchObject({ kind: 'missing' })
  })
})

describe('a quote that is not there', () => {
  it.each([
    ["Russia's minister", 'typography', 'Russia’s minister'],
    ['"Nothing is signed,"', 'typography', '“Nothing is signed,”'],
    ['The two men - both', 'typography', 'The two men — both'],
    ['kim saw three', 'case', 'Kim saw three'],
  ])('%s differs only in %s from the text', (quote, difference, text) => {
    expect(resolve(quote)).toMatchObject({ kind: 'missing', nearest: { text, difference } })
  })

  it('comes with the sentence that is most like it', () => {
    expect(resolve('Kim looked at three bombers')).toEqual({
      kind: 'missing',
      nearest: { paragraph: 1, text: 'Kim saw three bombers, it is said.' },
    })
  })

  it('comes with some place even where nothing is like it', () => {
    expect(resolve('xyz')).toMatchObject({ kind: 'missing', nearest: { paragraph: 1 } })
    expect(resolve(' ')).toMatchObject({ kind: 'missing', nearest: { paragraph: 1 } })
  })

  it('comes without in an article without text', () => {
    expect(resolveQuote({ level: 'b1', wordCount: 0, sections: [] }, 'x')).toEqual({
      kind: 'missing',
      nearest: null,
    })
  })
})
