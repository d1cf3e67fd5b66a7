import { describe, expect, it } from 'vitest'
import { articleOf } from '#core/lesson/questions.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { placeOfAddress } from './open-at.ts'

const lesson = aLesson()
const usual = articleOf(lesson, lesson.defaultLevel)
const [, factory] = usual.sections
const easy = articleOf(lesson, 'a2')

describe('the end of an address', () => {
  it('leads to a paragraph, to a section and to a question', () => {
    expect(placeOfAddress('#paragraph-2', lesson, usual)).toEqual({
      kind: 'text',
      section: factory?.id,
      paragraph: 2,
    })
    expect(placeOfAddress('#section-factory', lesson, usual)).toMatchObject({
      section: 'factory',
      paragraph: null,
    })
    expect(placeOfAddress('#question-proof', lesson, usual)).toMatchObject({
      section: 'harbour',
      question: 'proof',
    })
  })

  it('leads to the section where another level is read, whose paragraphs are others', () => {
    expect(placeOfAddress('#paragraph-2', lesson, easy)).toMatchObject({
      section: 'factory',
      paragraph: null,
    })
  })

  it('leads to a paragraph of another level where that is read, and to its section where it is not', () => {
    expect(placeOfAddress('#paragraph-a2-2', lesson, easy)).toMatchObject({
      section: 'factory',
      paragraph: 2,
    })
    expect(placeOfAddress('#paragraph-a2-2', lesson, usual)).toMatchObject({
      section: 'factory',
      paragraph: null,
    })
  })

  it.each([
    '#paragraph-c2-1',
    '#paragraph-a2-99',
    '',
    '#notes',
    '#paragraph-99',
    '#section-nowhere',
    '#question-none',
    '#paragraph-2"]',
  ])('leads nowhere for %j', (hash) => {
    expect(placeOfAddress(hash, lesson, usual)).toBeNull()
  })
})
