import { describe, expect, it } from 'vitest'
import { summarise } from '#core/session/score.ts'
import { foldSession } from '#core/session/step.ts'
import { interactions } from '#interactions/registry.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { openingOf } from './opening.ts'

const lesson = aLesson()
const opening = openingOf(lesson)
const firstSection = lesson.questions[0]?.section

describe('the opening of a lesson', () => {
  it('holds the first section’s questions as the whole has them', () => {
    const stems = (of: typeof lesson) =>
      of.questions.filter(({ section }) => section === firstSection).map(({ stem, body }) => ({ stem, body }))
    expect(stems(opening)).toEqual(stems(lesson))
    expect(stems(opening)[0]?.stem).not.toBe('')
  })

  it('gives nothing of the other questions away', () => {
    const others = opening.questions.filter(({ section }) => section !== firstSection)
    expect(others).not.toEqual([])
    expect(
      others.every(({ stem, body, explanation }) => stem === '' && body === null && explanation === ''),
    ).toBe(true)
  })

  it('leaves out what authors have noted of the sources, which nobody is shown', () => {
    const [source] = lesson.sources
    if (source === undefined) throw new Error('Expected a source')
    const noted = openingOf({ ...lesson, sources: [{ ...source, facts: ['It rained.'] }] })
    expect(noted.sources).toEqual([source])
  })

  it('has the article of the default level alone', () => {
    expect(Object.keys(opening.articles)).toEqual([lesson.defaultLevel])
  })

  it('begins the same sitting as the whole', () => {
    const sittingOf = (of: typeof lesson) => {
      const session = foldSession(
        [
          {
            attempt: 'attempt-1' as never, // any id
            seq: 0,
            atMs: 0,
            elapsedMs: 0,
            happening: {
              kind: 'attempt-started',
              lesson: of.id,
              contentHash: of.contentHash,
              level: of.defaultLevel,
              policy: { retries: true, givesAnswer: true },
              questions: of.questions.map(({ id }) => id),
            },
          },
        ],
        { lesson: of, interactions },
      )
      return session && { session, summary: summarise(session, of) }
    }
    expect(sittingOf(opening)).toEqual(sittingOf(lesson))
    expect(sittingOf(opening)).not.toBeNull()
  })
})
