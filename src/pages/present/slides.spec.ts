import { expect, it } from 'vitest'
import { articleOf } from '#core/lesson/questions.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { slidesOf } from './slides.ts'

const lesson = aLesson()

it('a class sees each section, then each of its questions without and with its answer', () => {
  const shown = slidesOf(lesson, articleOf(lesson, 'b1')).map((slide) =>
    slide.kind === 'section' ? slide.section.id : `${slide.question.id} ${slide.isRevealed}`,
  )
  expect(shown).toEqual([
    'harbour',
    'lighthouse false',
    'lighthouse true',
    'proof false',
    'proof true',
    'factory',
    'engines false',
    'engines true',
  ])
})

it('every question keeps the number that it has in the lesson, at every level', () => {
  for (const level of lesson.levels)
    for (const slide of slidesOf(lesson, articleOf(lesson, level)))
      if (slide.kind === 'question') expect(lesson.questions[slide.number - 1]?.id).toBe(slide.question.id)
})
