import { describe, expect, it } from 'vitest'
import { aLesson } from '#tests/factories/lesson.ts'
import {
  choicesOf,
  CONTENTS,
  defaultOptions,
  PAPERS,
  readOptions,
  SHEETS,
  TEXTS,
  writeOptions,
  type PrintOptions,
} from './print-options.ts'

const lesson = aLesson()

describe('the address of a print', () => {
  it('is empty for what is usual', () => {
    expect(writeOptions(defaultOptions(lesson), lesson)).toEqual({})
    expect(readOptions({}, lesson)).toEqual(defaultOptions(lesson))
  })

  it('keeps every choice', () => {
    for (const sheets of SHEETS)
      for (const content of CONTENTS)
        for (const text of TEXTS)
          for (const paper of PAPERS)
            for (const level of lesson.levels)
              for (const glossary of ['yes', 'no'] as const) {
                const shown = { sheets, content, text, paper, level, glossary }
                const chosen: PrintOptions = { ...shown, explanations: 'no', reasons: 'yes' }
                expect(readOptions(writeOptions(chosen, lesson), lesson)).toEqual(chosen)
              }
  })

  it('may say nonsense, which then counts as nothing', () => {
    const query = { sheets: 'all', level: 'c2', text: ['large', 'large'], paper: null, colour: 'red' }
    expect(readOptions(query, lesson)).toEqual(defaultOptions(lesson))
  })
})

it('a choice decides what stands on the sheets', () => {
  const options = readOptions({ content: 'questions', glossary: 'no', reasons: 'yes', level: 'a2' }, lesson)
  expect(choicesOf(options)).toEqual({
    sheets: 'worksheet',
    level: 'a2',
    hasArticle: false,
    hasGlossary: false,
    hasExplanations: true,
    hasReasons: true,
  })
})
