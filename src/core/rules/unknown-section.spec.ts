import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { unknownSection } from './unknown-section.ts'

const questions = [aQuestionDraft({ section: 'factory' }), aQuestionDraft({ section: 'habour' })]

describe('unknown-section', () => {
  it('points at the section and proposes the nearest', () => {
    expect(unknownSection.check(aDraft({ questions }), ruleContext)).toEqual([
      {
        code: 'unknown-section',
        severity: 'error',
        file: 'questions.yaml',
        path: [1, 'section'],
        params: { section: 'habour', nearest: 'harbour', known: 'harbour, factory' },
      },
    ])
  })

  it('finds a day that leads to no section', () => {
    const timeline = [{ date: '2023', text: 'They arrive', section: 'factry' }]
    expect(unknownSection.check(aDraft({ lesson: { timeline } }), ruleContext)).toMatchObject([
      { file: 'lesson.yaml', path: ['timeline', 0, 'section'], params: { nearest: 'factory' } },
    ])
  })

  it('says nothing while no article could be read', () => {
    expect(unknownSection.check({ ...aDraft({ questions }), articles: [] }, ruleContext)).toEqual([])
  })
})
