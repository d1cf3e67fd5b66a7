import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { duplicateId } from './duplicate-id.ts'

const check = (...ids: string[]) =>
  duplicateId.check(aDraft({ questions: ids.map((id) => aQuestionDraft({ id })) }), ruleContext)

describe('duplicate-id', () => {
  it('points at the later one and names the first by its number', () => {
    expect(check('stop', 'product', 'stop')).toEqual([
      {
        code: 'duplicate-id',
        severity: 'error',
        file: 'questions.yaml',
        path: [2, 'id'],
        params: { id: 'stop', first: 1 },
      },
    ])
  })

  it('finds a place and a source that have the id of an earlier one', () => {
    const place = { id: 'pier', name: 'Pier', latitude: 43, longitude: 131 }
    const source = { id: 'post', title: 'At the pier', publisher: 'The Post', date: '2023-09-16' }
    const draft = aDraft({ lesson: { places: [place, { ...place }], sources: [source, { ...source }] } })
    expect(duplicateId.check(draft, ruleContext).map(({ file, path }) => [file, ...path])).toEqual([
      ['lesson.yaml', 'sources', 1, 'id'],
      ['lesson.yaml', 'places', 1, 'id'],
    ])
  })

  it('takes ids that begin alike for two', () => {
    expect(check('stop', 'stop-2')).toEqual([])
  })
})
