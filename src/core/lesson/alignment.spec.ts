import { describe, expect, it } from 'vitest'
import { aLesson } from '#tests/factories/lesson.ts'
import { lessonSource, registries } from '#tests/factories/lesson-files.ts'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { alignLevels, counterparts } from './alignment.ts'
import type { Article, Lesson, Level } from './model.ts'
import { locateSentences } from './questions.ts'
import { sentenceText } from './text.ts'

const articleAt = (lesson: Lesson, level: Level): Article => {
  const article = lesson.articles[level]
  if (article === undefined) throw new Error(`Expected ${lesson.id} to have ${level}`)
  return article
}

describe('two levels of a lesson', () => {
  it('have the paragraphs matched that say the same, and their sentences', () => {
    const lesson = aLesson()
    const alignment = alignLevels(lesson, 'b1', 'a2')
    expect(alignment.paragraphs).toEqual([
      { from: [1], to: [1] },
      { from: [2], to: [2] },
    ])
    const texts = new Map(
      [...locateSentences(articleAt(lesson, 'a2')).values()].map(({ sentence }) => [
        sentence.id,
        sentenceText(sentence),
      ]),
    )
    const [, engines] = articleAt(lesson, 'b1').sections[1]?.paragraphs[0]?.sentences ?? []
    const found = engines === undefined ? [] : (alignment.sentences.get(engines.id) ?? [])
    expect(found.map((id) => texts.get(id))).toEqual(['It makes engines for trains.'])
  })

  it('match nothing with a level that is not there, as before the rest of a lesson has come', () => {
    const alignment = alignLevels(aLesson(), 'b1', 'c1')
    expect(alignment.paragraphs).toEqual([])
    expect(counterparts(alignment, 1)).toEqual([])
  })

  it('never match across sections', () => {
    const { value } = parseLesson(lessonSource(), registries)
    if (value === null) throw new Error('Expected the frozen lesson to be sound')
    const [from, to] = value.levels
    if (from === undefined || to === undefined) throw new Error('Expected two levels')
    const sectionOf = (level: Level, number: number) =>
      articleAt(value, level).sections.find(({ paragraphs }) =>
        paragraphs.some((one) => one.number === number),
      )?.id
    for (const match of alignLevels(value, from, to).paragraphs)
      expect(match.to.map((number) => sectionOf(to, number))).toEqual(
        match.to.map(() => sectionOf(from, match.from[0] ?? 0)),
      )
  })
})
