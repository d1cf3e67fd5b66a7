import { describe, expect, it } from 'vitest'
import { aDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { placeUnnamed } from './place-unnamed.ts'

const at = { latitude: 43.1, longitude: 131.9 }
const check = (place: { name: string; forms?: string[] }) =>
  placeUnnamed.check(aDraft({ lesson: { places: [{ id: 'one', ...at, ...place }] } }), ruleContext)

describe('place-unnamed', () => {
  it('points at a place that no article names', () => {
    expect(check({ name: 'Port of Vladivostok' })).toEqual([
      {
        code: 'place-unnamed',
        severity: 'warning',
        file: 'lesson.yaml',
        path: ['places', 0, 'name'],
        params: { name: 'Port of Vladivostok' },
      },
    ])
  })

  it('is content with a form that one level has', () => {
    expect(check({ name: 'Port of Vladivostok', forms: ['delegation began'] })).toEqual([])
  })

  it('says nothing while an article could not be read', () => {
    const draft = aDraft({ lesson: { places: [{ id: 'one', name: 'Nowhere', ...at }] } })
    expect(placeUnnamed.check({ ...draft, articles: draft.articles.slice(1) }, ruleContext)).toEqual([])
  })
})
