import { describe, expect, it } from 'vitest'
import { aDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { sourceUnknown } from './source-unknown.ts'

const sources = [{ id: 'paper', title: 'A day out', publisher: 'The Paper', date: '2023-09-16' }]

describe('source-unknown', () => {
  it('points at the source that the lesson does not list, and lists the known ones', () => {
    const reports = [{ id: 'second', title: 'Other reports', sources: ['paper', 'papers'] }]
    expect(sourceUnknown.check(aDraft({ lesson: { sources, reports } }), ruleContext)).toEqual([
      {
        code: 'source-unknown',
        severity: 'error',
        file: 'lesson.yaml',
        path: ['reports', 0, 'sources', 1],
        params: { source: 'papers', known: 'paper' },
      },
    ])
  })

  it('is silent about a lesson with one report only', () => {
    expect(sourceUnknown.check(aDraft({ lesson: { sources } }), ruleContext)).toEqual([])
  })
})
