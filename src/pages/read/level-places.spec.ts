import { describe, expect, it } from 'vitest'
import { openingOf } from '#core/lesson/opening.ts'
import { paragraphText } from '#core/lesson/text.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { easierVersion, placeAtLevel } from './level-places.ts'

const lesson = aLesson()
const down = { from: 'b1', to: 'a2' } as const

describe('a place at another level', () => {
  it('is the sentence that says the same', () => {
    expect(placeAtLevel(lesson, down, { paragraph: 2, sentence: 1 })).toEqual({ paragraph: 2, sentence: 1 })
  })

  it('is the nearest sentence before, where the other level leaves one out', () => {
    const [harbour, factory] = lesson.articles.a2?.sections ?? []
    const [paragraph] = factory?.paragraphs ?? []
    if (
      harbour === undefined ||
      factory === undefined ||
      paragraph === undefined ||
      lesson.articles.a2 === undefined
    )
      throw new Error('Expected the lesson to have two sections')
    const shorter = { ...factory, paragraphs: [{ ...paragraph, sentences: paragraph.sentences.slice(0, 1) }] }
    const cut = {
      ...lesson,
      questions: [],
      articles: { ...lesson.articles, a2: { ...lesson.articles.a2, sections: [harbour, shorter] } },
    }
    expect(placeAtLevel(cut, down, { paragraph: 2, sentence: 1 })).toEqual({ paragraph: 2, sentence: 0 })
  })

  it('is unknown where that level is not there', () => {
    expect(placeAtLevel(openingOf(lesson), down, { paragraph: 1, sentence: 0 })).toBeNull()
  })
})

describe('the easier version of a paragraph', () => {
  it('is what the next lower level says of it', () => {
    const version = easierVersion(lesson, 'b1', 2)
    expect(version?.level).toBe('a2')
    expect(version?.paragraphs.map(paragraphText)).toEqual([
      'Then they went to a factory. It makes engines for trains.',
    ])
    expect(version?.alsoOf).toEqual([])
  })

  it('is unknown at the lowest level, and before the rest of the lesson has come', () => {
    expect(easierVersion(lesson, 'a2', 1)).toBeNull()
    expect(easierVersion(openingOf(lesson), 'b1', 1)).toBeNull()
  })

  it('is empty for a paragraph that the lower level leaves out', () => {
    const [harbour, ...others] = lesson.articles.b1?.sections ?? []
    const [paragraph] = harbour?.paragraphs ?? []
    if (harbour === undefined || paragraph === undefined || lesson.articles.b1 === undefined)
      throw new Error('Expected the lesson to have a section')
    const [sentence] = paragraph.sentences
    if (sentence === undefined) throw new Error('Expected a sentence')
    const weather = {
      number: 99,
      sentences: [{ ...sentence, inlines: [{ kind: 'text' as const, text: 'Rain fell upon umbrellas.' }] }],
    }
    const longer = {
      ...lesson,
      articles: {
        ...lesson.articles,
        b1: {
          ...lesson.articles.b1,
          sections: [{ ...harbour, paragraphs: [paragraph, weather] }, ...others],
        },
      },
    }
    expect(easierVersion(longer, 'b1', 99)?.paragraphs).toEqual([])
    expect(easierVersion(longer, 'b1', paragraph.number)?.paragraphs).toHaveLength(1)
  })
})
