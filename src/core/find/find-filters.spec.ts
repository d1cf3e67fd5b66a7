import { describe, expect, it } from 'vitest'
import type { LessonSummary } from '#core/lesson/model.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { filterChoices, filtersIn, passesFilters, type LessonFacts } from './find-filters.ts'

const summary = (parts: Partial<LessonSummary>): LessonSummary => ({ ...summaryOf(aLesson()), ...parts })
const short = summary({ topic: ['World'], levels: ['a2'], language: 'en' })
const long = summary({ topic: ['World', 'Sea'], levels: ['a2', 'c1'], language: 'ko' })
const facts: LessonFacts = {
  minutesOf: (lesson) => (lesson === short ? 4 : 12),
  processesOf: (lesson) => (lesson === short ? ['retrieve'] : ['retrieve', 'evaluate']),
}

describe('a filter', () => {
  it.each([
    [{ topic: 'Sea' }, [long]],
    [{ level: 'c1' }, [long]],
    [{ language: 'en' }, [short]],
    [{ minutes: '5' }, [short]],
    [{ process: 'evaluate' }, [long]],
    [{ topic: 'World', level: 'a2' }, [short, long]],
    [{ topic: 'Sea', minutes: '5' }, []],
    [{}, [short, long]],
  ])('%j lets through what it asks for', (values, expected) => {
    expect([short, long].filter((lesson) => passesFilters(lesson, values, facts))).toEqual(expected)
  })

  it('is offered where it parts the lessons, and only with values that do', () => {
    expect(filterChoices([short, long], facts)).toEqual({
      topic: ['Sea'],
      level: ['c1'],
      language: ['en', 'ko'],
      minutes: ['5', '10'],
      process: ['evaluate'],
    })
  })

  it('is taken from an address where it is known and has a value', () => {
    expect(filtersIn({ topic: 'Sea', level: '', q: 'x', minutes: ['5', '6'] })).toEqual({ topic: 'Sea' })
  })
})
