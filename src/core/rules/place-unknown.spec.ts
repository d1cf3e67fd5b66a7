import { describe, expect, it } from 'vitest'
import { aDraft, ruleContext } from '#tests/factories/lesson-draft.ts'
import { placeUnknown } from './place-unknown.ts'

const timeline = [
  { date: '2023-09-16', text: 'They arrive', place: 'harbour' },
  { date: '2023-09-16', text: 'They rest' },
  { date: '2023-09-16', text: 'They leave', place: 'harbor' },
]

describe('place-unknown', () => {
  it('points at the place and lists the known ones', () => {
    expect(placeUnknown.check(aDraft({ lesson: { timeline } }), ruleContext)).toEqual([
      {
        code: 'place-unknown',
        severity: 'error',
        file: 'lesson.yaml',
        path: ['timeline', 2, 'place'],
        params: { place: 'harbor', known: 'harbour' },
      },
    ])
  })

  it('finds a stop of the route that is no place', () => {
    const route = ['harbour', 'factory']
    expect(placeUnknown.check(aDraft({ lesson: { route } }), ruleContext)).toMatchObject([
      { path: ['route', 1], params: { place: 'factory', known: 'harbour' } },
    ])
  })

  it('finds every place of a lesson that has no places', () => {
    expect(placeUnknown.check(aDraft({ lesson: { timeline, places: [] } }), ruleContext)).toHaveLength(2)
  })

  it('lets an entry stand without a place', () => {
    expect(placeUnknown.check(aDraft({ lesson: { timeline: timeline.slice(0, 2) } }), ruleContext)).toEqual(
      [],
    )
  })
})
