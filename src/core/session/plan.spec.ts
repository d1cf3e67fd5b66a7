import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interactions } from '#interactions/registry.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { questionId, sectionId } from '#tests/factories/progress.ts'
import { offeredQuestions, planSitting, USUAL_PLAN, type StudyPlan } from './plan.ts'
import { fullPolicy } from './policy.ts'

const lesson = aLesson()
const all = lesson.questions.map(({ id }) => id)
const sittingBy = (plan: Partial<StudyPlan>, missed: readonly string[] = [], seed = 1) =>
  planSitting({ ...USUAL_PLAN, ...plan }, { lesson, interactions, missed: missed.map(questionId) }, seed)

describe('a way to study', () => {
  it('is guided as ever when nothing else is chosen', () => {
    const { questions, policy } = sittingBy({})
    expect(questions).toEqual(all)
    expect(fullPolicy(policy)).toEqual(fullPolicy({ retries: true, givesAnswer: true }))
  })

  it('as a test gives one try, feedback at the end, and the minutes that were chosen', () => {
    expect(sittingBy({ mode: 'test', minutes: 10, text: 'hidden' }).policy).toMatchObject({
      feedback: 'end',
      tries: [1],
      text: 'hidden',
      timeLimitMs: 600_000,
    })
    expect(sittingBy({ mode: 'guided', minutes: 10 }).policy).not.toHaveProperty('timeLimitMs')
  })

  it('from memory hides the text', () => {
    const { questions, policy } = sittingBy({ mode: 'from-memory', asksForProof: true })
    expect([policy.text, policy.asksForProof]).toEqual(['hidden', false])
    expect(questions, 'a sentence cannot be tapped that is not there').toEqual(['lighthouse', 'engines'])
  })

  it.each([
    [2, 'cut', [1, 0.5]],
    [3, 'none', [1, 0, 0]],
    [1, 'full', [1]],
  ] as const)('gives %i tries whose points are %s', (tries, tryPoints, shares) => {
    expect(sittingBy({ tries, tryPoints }).policy.tries).toEqual(shares)
  })

  it('asks what was missed, one process, or some sections', () => {
    expect(sittingBy({ mode: 'missed' }, ['engines']).questions).toEqual(['engines'])
    const process = lesson.questions[0]?.process ?? 'retrieve'
    const ofProcess = lesson.questions.filter((one) => one.process === process).map(({ id }) => id)
    expect(sittingBy({ mode: 'process', process }).questions).toEqual(ofProcess)
    const section = sectionId('harbour')
    const inSection = lesson.questions.filter((one) => one.section === section).map(({ id }) => id)
    expect(sittingBy({ sections: [section] }).questions).toEqual(inSection)
    const context = { lesson, interactions, missed: [] }
    expect(offeredQuestions({ ...USUAL_PLAN, sections: [section] }, context)).toHaveLength(inSection.length)
  })

  it('draws as many as were asked for, each once, the same for the same seed, section by section', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 5 }), fc.boolean(), (seed, count, isShuffled) => {
        const { questions } = sittingBy({ count, isShuffled }, [], seed)
        expect(questions).toHaveLength(Math.min(count, all.length))
        expect(new Set(questions).size).toBe(questions.length)
        expect(sittingBy({ count, isShuffled }, [], seed).questions).toEqual(questions)
        const sections = questions.map((id) => lesson.questions.find((one) => one.id === id)?.section)
        const order = lesson.questions.map(({ section }) => section)
        const places = sections.map((section) => (section === undefined ? -1 : order.indexOf(section)))
        expect(places).toEqual([...places].sort((one, other) => one - other))
      }),
    )
  })
})
