import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { sectionWithoutQuestion } from './section-without-question.ts'

describe('section-without-question', () => {
  it('points at the heading in the easiest article', () => {
    expect(sectionWithoutQuestion.check(aDraft({ questions: [aQuestionDraft()] }), ruleContext)).toEqual([
      {
        code: 'section-without-question',
        severity: 'warning',
        file: 'article.a2.md',
        path: ['section', 'factory'],
        params: { section: 'factory', title: 'In the factory' },
      },
    ])
  })

  it('is content when each has one', () => {
    expect(sectionWithoutQuestion.check(aDraft(), ruleContext)).toEqual([])
  })

  it('says nothing about a lesson without questions', () => {
    expect(sectionWithoutQuestion.check(aDraft({ questions: [] }), ruleContext)).toEqual([])
  })
})
