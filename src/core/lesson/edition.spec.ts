import { describe, expect, it } from 'vitest'
import { aLesson } from '#tests/factories/lesson.ts'
import { changesBetween, editionPrints, isUnchanged } from './edition.ts'
import type { Lesson } from './model.ts'

const lesson = aLesson()
const changesTo = (later: Lesson) => changesBetween(editionPrints(lesson), editionPrints(later))
const withQuestions = (questions: Lesson['questions']): Lesson => ({ ...lesson, questions })

describe('a later edition', () => {
  it('that says and asks the same is unchanged, whatever its title', () => {
    expect(isUnchanged(changesTo({ ...lesson, title: 'Another', summary: 'Another' }))).toBe(true)
  })

  it('names the question that asks something else, and no other', () => {
    const later = withQuestions(
      lesson.questions.map((question) =>
        question.id === 'proof' ? { ...question, explanation: 'Another.' } : question,
      ),
    )
    expect(changesTo(later).questions).toEqual({ changed: ['proof'], added: [], removed: [] })
    expect(changesTo(later).sections.changed).toEqual([])
  })

  it('names the questions that are new and those that are gone', () => {
    const [first, ...others] = lesson.questions
    if (first === undefined) throw new Error('Expected a question')
    const later = withQuestions([...others, { ...first, id: 'fresh' as typeof first.id }])
    expect(changesTo(later).questions).toEqual({ changed: [], added: ['fresh'], removed: [first.id] })
  })

  it('names the section whose words have changed at any level', () => {
    const text = JSON.stringify(lesson.articles).replace(
      'A guide told them its story.',
      'Nobody told its story.',
    )
    const later = { ...lesson, articles: JSON.parse(text) as Lesson['articles'] }
    expect(changesTo(later).sections).toEqual({ changed: ['harbour'], added: [], removed: [] })
  })

  it('that moves its questions about is unchanged', () => {
    expect(isUnchanged(changesTo(withQuestions([...lesson.questions].reverse())))).toBe(true)
  })
})
