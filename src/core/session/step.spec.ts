import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionId } from '#core/kernel/ids.ts'
import { evidenceSentences } from '#core/lesson/questions.ts'
import type { Happening, ProgressEvent, SittingPolicy } from '#core/progress/events.ts'
import { interactions } from '#interactions/registry.ts'
import { aLesson, option } from '#tests/factories/lesson.ts'
import { attemptId, questionId, sectionId } from '#tests/factories/progress.ts'
import { earnedShare, firstTryShare, missedQuestions, scoreSession, summarise, verdictOf } from './score.ts'
import { foldSession, step } from './step.ts'
import { visibleFeedback } from './visible.ts'
import { fullPolicy } from './policy.ts'
import type { QuestionProgress, Session } from './session.ts'

const lesson = aLesson()
const context = { lesson, interactions }
const LIGHTHOUSE = questionId('lighthouse')
const PROOF = questionId('proof')
const ENGINES = questionId('engines')
const right = { chosen: option(lesson, 'The right one') }
const wrong = { chosen: option(lesson, 'A wrong one') }

const start = (policy: Partial<SittingPolicy> = {}): Happening => ({
  kind: 'attempt-started',
  lesson: lesson.id,
  contentHash: lesson.contentHash,
  level: 'b1',
  policy: { retries: true, givesAnswer: true, ...policy },
  questions: lesson.questions.map(({ id }) => id),
})
const answer = (question: QuestionId, response: unknown): Happening[] => [
  { kind: 'response-given', question, response },
  { kind: 'checked', questions: [question] },
]
/** By the policy that a first visitor has. */
const earned = (progress: QuestionProgress): number =>
  earnedShare(progress, fullPolicy({ retries: true, givesAnswer: true }))
const retry = (question: QuestionId): Happening => ({ kind: 'retried', question })

const eventsOf = (happenings: readonly Happening[]): ProgressEvent[] =>
  happenings.map((happening, seq) => ({
    attempt: attemptId('a'),
    seq,
    atMs: 1000 + seq,
    elapsedMs: seq,
    happening,
  }))

function sittingAfter(...happenings: readonly Happening[]): Session {
  const session = foldSession(eventsOf(happenings), context)
  if (session === null) throw new Error('Expected the events to begin with a start')
  return session
}

function progressOf(session: Session, question: QuestionId): QuestionProgress {
  const progress = session.questions[question]
  if (progress === undefined) throw new Error(`Expected ${question} in the sitting`)
  return progress
}

describe('a sitting', () => {
  it('begins at the first section with every question untouched', () => {
    const session = sittingAfter(start())
    expect(session.section).toBe('harbour')
    expect(session.order).toEqual(['lighthouse', 'proof', 'engines'])
    expect(
      Object.values(session.questions).every(({ phase, response }) => phase === 'open' && response === null),
    ).toBe(true)
  })

  it('is nothing without a start', () => {
    expect(foldSession(eventsOf(answer(LIGHTHOUSE, right)), context)).toBeNull()
  })

  it('leaves out questions that the lesson has no longer', () => {
    const gone = questionId('gone')
    const session = sittingAfter(
      { ...start(), questions: [gone, ENGINES] } as Happening,
      ...answer(gone, right),
    )
    expect(session.order).toEqual(['engines'])
  })

  it('opens at a level that the lesson has', () => {
    expect(sittingAfter({ ...start(), level: 'c2' } as Happening).level).toBe('b1')
    expect(sittingAfter(start(), { kind: 'level-changed', level: 'c2' }).level).toBe('b1')
    expect(sittingAfter(start(), { kind: 'level-changed', level: 'a2' }).level).toBe('a2')
  })

  it('ignores an event that is out of line', () => {
    const session = sittingAfter(start(), ...answer(LIGHTHOUSE, right))
    const again = step(session, { ...(eventsOf([start(), retry(LIGHTHOUSE)])[1] as ProgressEvent) }, context)
    expect(again).toBe(session)
  })

  it('can read any order of happenings without a fault, and counts each', () => {
    const question = fc.constantFrom(LIGHTHOUSE, PROOF, ENGINES, questionId('gone'))
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.record({
        kind: fc.constant('response-given' as const),
        question,
        response: fc.oneof(fc.anything(), fc.constantFrom(right, wrong)),
      }),
      question.map((id): Happening => ({ kind: 'checked', questions: [id] })),
      question.map(retry),
      question.map((id): Happening => ({ kind: 'answer-shown', question: id })),
      fc.constantFrom<Happening>({ kind: 'attempt-finished' }, { kind: 'level-changed', level: 'a2' }),
    )
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const session = sittingAfter(start(), ...happenings)
        expect(session.nextSeq).toBe(happenings.length + 1)
        const { points, maxPoints, firstTryPoints } = scoreSession(session, lesson)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(maxPoints)
        expect(firstTryPoints).toBeLessThanOrEqual(points + 1e-9)
      }),
    )
  })
})

describe('tries and hints', () => {
  it('gives all points for a right first answer and settles the question', () => {
    const progress = progressOf(sittingAfter(start(), ...answer(LIGHTHOUSE, right)), LIGHTHOUSE)
    expect([progress.phase, earned(progress), verdictOf(progress)]).toEqual(['settled', 1, 'right'])
  })

  it.each([
    [1, 0.5],
    [2, 0.25],
  ])('gives less after %i wrong answers: %f', (wrongAnswers, share) => {
    const wrongs = Array.from({ length: wrongAnswers }, () => [
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
    ]).flat()
    const progress = progressOf(sittingAfter(start(), ...wrongs, ...answer(LIGHTHOUSE, right)), LIGHTHOUSE)
    expect([earned(progress), firstTryShare(progress), progress.phase]).toEqual([share, 0, 'settled'])
  })

  it('gives nothing and the answer after three wrong ones', () => {
    const session = sittingAfter(
      start(),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
      ...answer(LIGHTHOUSE, wrong),
    )
    const progress = progressOf(session, LIGHTHOUSE)
    expect([progress.phase, earned(progress)]).toEqual(['settled', 0])
    expect(visibleFeedback(progress, session).showsAnswer).toBe(true)
  })

  it('settles at once where there are no retries', () => {
    const session = sittingAfter(start({ retries: false }), ...answer(LIGHTHOUSE, wrong))
    expect(progressOf(session, LIGHTHOUSE).phase).toBe('settled')
  })

  it('keeps a question open that was checked without an answer', () => {
    const session = sittingAfter(start(), { kind: 'checked', questions: [LIGHTHOUSE] })
    const progress = progressOf(session, LIGHTHOUSE)
    expect([progress.phase, progress.tries.length, visibleFeedback(progress, session).verdict]).toEqual([
      'open',
      0,
      'unanswered',
    ])
    const after = sittingAfter(
      start(),
      { kind: 'checked', questions: [LIGHTHOUSE] },
      ...answer(LIGHTHOUSE, right),
    )
    expect(earned(progressOf(after, LIGHTHOUSE))).toBe(1)
  })

  it('does not change an answer after it was checked', () => {
    const late: Happening = { kind: 'response-given', question: LIGHTHOUSE, response: right }
    const progress = progressOf(sittingAfter(start(), ...answer(LIGHTHOUSE, wrong), late), LIGHTHOUSE)
    expect(progress.response).toEqual(wrong)
  })

  it('earns nothing by a shown answer', () => {
    const progress = progressOf(
      sittingAfter(start(), { kind: 'answer-shown', question: LIGHTHOUSE }, ...answer(LIGHTHOUSE, right)),
      LIGHTHOUSE,
    )
    expect([progress.phase, earned(progress)]).toEqual(['settled', 0])
  })

  it('accepts a tapped sentence of either level, so that a level switch never turns it wrong', () => {
    const question = lesson.questions[1]
    if (question === undefined) throw new Error('Expected a question that taps sentences')
    for (const level of lesson.levels) {
      const [sentence] = evidenceSentences(question, level)
      const session = sittingAfter(
        start(),
        { kind: 'level-changed', level: 'a2' },
        ...answer(PROOF, { sentence }),
      )
      expect(verdictOf(progressOf(session, PROOF))).toBe('right')
    }
  })
})

describe('what may be shown', () => {
  it('keeps the answer back after a first wrong one, and says why that one fails', () => {
    const session = sittingAfter(start(), ...answer(LIGHTHOUSE, wrong))
    const feedback = visibleFeedback(progressOf(session, LIGHTHOUSE), session)
    expect(feedback).toMatchObject({
      verdict: 'wrong',
      showsAnswer: false,
      mayRetry: true,
      mayShowAnswer: true,
      hint: 0,
    })
    expect(feedback.grade?.parts).toEqual([
      { id: wrong.chosen, state: 'wrong', misreading: 'wrong-detail', why: 'That is another one.' },
    ])
  })

  it('goes from the paragraph to the sentence', () => {
    const once = sittingAfter(start(), ...answer(LIGHTHOUSE, wrong), retry(LIGHTHOUSE))
    expect(visibleFeedback(progressOf(once, LIGHTHOUSE), once).hint).toBe(1)
    const twice = sittingAfter(
      start(),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
    )
    expect(visibleFeedback(progressOf(twice, LIGHTHOUSE), twice).hint).toBe(2)
  })

  it('never gives the answer before the end where that was chosen', () => {
    const session = sittingAfter(start({ givesAnswer: false, retries: false }), ...answer(LIGHTHOUSE, wrong))
    const feedback = visibleFeedback(progressOf(session, LIGHTHOUSE), session)
    expect(feedback).toMatchObject({ verdict: 'wrong', showsAnswer: false, mayShowAnswer: false })
    const finished = sittingAfter(
      start({ givesAnswer: false, retries: false }),
      ...answer(LIGHTHOUSE, wrong),
      { kind: 'attempt-finished' },
    )
    expect(visibleFeedback(progressOf(finished, LIGHTHOUSE), finished).showsAnswer).toBe(true)
  })
})

describe('the score', () => {
  const session = sittingAfter(
    start(),
    ...answer(LIGHTHOUSE, wrong),
    retry(LIGHTHOUSE),
    ...answer(LIGHTHOUSE, right),
    ...answer(ENGINES, right),
    { kind: 'place-moved', section: sectionId('factory'), question: ENGINES },
  )
  const score = scoreSession(session, lesson)

  it('keeps the first tries apart', () => {
    expect([score.points, score.firstTryPoints, score.maxPoints, score.answered]).toEqual([1.5, 1, 3, 2])
  })

  it('is told by process, by section and by misreading', () => {
    expect(score.byProcess.map(({ process, points, maxPoints }) => [process, points, maxPoints])).toEqual([
      ['retrieve', 0, 1],
      ['infer', 1.5, 2],
    ])
    expect(score.bySection.map(({ section, points, maxPoints }) => [section, points, maxPoints])).toEqual([
      ['harbour', 0.5, 2],
      ['factory', 1, 1],
    ])
    expect(score.byMisreading).toEqual([{ misreading: 'wrong-detail', count: 1 }])
  })

  it('names what was missed at the first try, unanswered questions too', () => {
    expect(missedQuestions(session)).toEqual(['lighthouse', 'proof'])
  })

  it('is summed up for the library', () => {
    expect(summarise(session, lesson)).toMatchObject({
      settledQuestions: 2,
      totalQuestions: 3,
      points: 1.5,
      maxPoints: 3,
      status: 'running',
    })
  })
})

describe('ways to study', () => {
  const proofOf = (id: QuestionId) => {
    const question = lesson.questions.find((one) => one.id === id)
    if (question === undefined) throw new Error(`Expected question ${id}`)
    const [sentence] = evidenceSentences(question, 'b1')
    if (sentence === undefined) throw new Error(`Expected evidence of ${id}`)
    return sentence
  }
  const prove = (sentence: ReturnType<typeof proofOf> | null): Happening => ({
    kind: 'proof-given',
    question: LIGHTHOUSE,
    sentence,
  })

  it.each([
    ['the answer and its proof', right, proofOf(LIGHTHOUSE), 1],
    ['the answer and another sentence', right, proofOf(ENGINES), 0.5],
    ['the answer alone', right, null, 0.5],
    ['the proof of an answer that is wrong', wrong, proofOf(LIGHTHOUSE), 0],
  ])('that ask for proof give for %s its share', (_, response, sentence, share) => {
    const session = sittingAfter(
      start({ asksForProof: true, retries: false }),
      prove(sentence),
      ...answer(LIGHTHOUSE, response),
    )
    expect(firstTryShare(progressOf(session, LIGHTHOUSE))).toBe(share)
  })

  it('keep the tap as it was when it was checked', () => {
    const session = sittingAfter(
      start({ asksForProof: true, retries: false }),
      prove(proofOf(LIGHTHOUSE)),
      ...answer(LIGHTHOUSE, right),
      prove(null),
    )
    expect(progressOf(session, LIGHTHOUSE).proof).toBe(proofOf(LIGHTHOUSE))
  })

  it('do not ask for proof twice where tapping a sentence is the answer', () => {
    const session = sittingAfter(
      start({ asksForProof: true }),
      ...answer(PROOF, { sentence: proofOf(PROOF) }),
    )
    expect(firstTryShare(progressOf(session, PROOF))).toBe(1)
  })

  it.each<[string, readonly number[], number]>([
    ['count the second try in full', [1, 1], 1],
    ['do not count the second try', [1, 0], 0],
  ])('can %s', (_, tries, share) => {
    const session = sittingAfter(
      start({ tries }),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
      ...answer(LIGHTHOUSE, right),
    )
    const progress = progressOf(session, LIGHTHOUSE)
    expect([earnedShare(progress, session.policy), progress.phase]).toEqual([share, 'settled'])
  })

  it.each([
    ['sure', right, 3],
    ['sure', wrong, -6],
    ['think-so', right, 2],
    ['think-so', wrong, -2],
    ['guess', right, 1],
    ['guess', wrong, 0],
  ] as const)('that mark by certainty: "%s" and %o brings %i', (confidence, response, marks) => {
    const session = sittingAfter(
      start({ certainty: 'marked' }),
      { kind: 'confidence-given', question: LIGHTHOUSE, confidence },
      ...answer(LIGHTHOUSE, response),
    )
    expect(scoreSession(session, lesson).certainty).toEqual({ marks, maxMarks: 9 })
  })

  it('say how often the reader was right when sure', () => {
    const sure = (question: QuestionId): Happening => ({
      kind: 'confidence-given',
      question,
      confidence: 'sure',
    })
    const session = sittingAfter(
      start({ certainty: 'asked' }),
      sure(LIGHTHOUSE),
      ...answer(LIGHTHOUSE, right),
      sure(PROOF),
      ...answer(PROOF, { sentence: proofOf(ENGINES) }),
      sure(ENGINES), // never checked
    )
    const { byConfidence, certainty } = scoreSession(session, lesson)
    expect(byConfidence).toEqual([{ confidence: 'sure', answered: 2, right: 1 }])
    expect(certainty).toBeNull()
  })

  it('keep how sure the reader was before the first check', () => {
    const say = (confidence: 'sure' | 'guess'): Happening => ({
      kind: 'confidence-given',
      question: LIGHTHOUSE,
      confidence,
    })
    const session = sittingAfter(
      start({ certainty: 'asked' }),
      say('guess'),
      say('sure'),
      ...answer(LIGHTHOUSE, wrong),
      retry(LIGHTHOUSE),
      say('guess'),
    )
    expect(progressOf(session, LIGHTHOUSE).confidence).toBe('sure')
  })

  it('count the time with the page open, through pages whose clocks begin anew', () => {
    const events = eventsOf([start({ timeLimitMs: 60_000 }), ...answer(LIGHTHOUSE, right), retry(PROOF)])
    const clocks = [5000, 8000, 200, 1200] // the second page begins at the third event
    const session = foldSession(
      events.map((event, index) => ({ ...event, elapsedMs: clocks[index] ?? 0 })),
      context,
    )
    expect(session?.usedMs).toBe(4000)
    expect(session?.timeLimitMs).toBe(60_000)
  })

  it('give more time, and all the time there is', () => {
    const more: Happening = { kind: 'time-extended', byMs: 30_000 }
    expect(sittingAfter(start({ timeLimitMs: 60_000 }), more).timeLimitMs).toBe(90_000)
    const off: Happening = { kind: 'time-extended', byMs: null }
    expect(sittingAfter(start({ timeLimitMs: 60_000 }), off, more).timeLimitMs).toBeNull()
  })

  it('keep that a reader finds the own answer right, also after the end', () => {
    const dispute: Happening = { kind: 'disputed', question: LIGHTHOUSE, isDisputed: true }
    const finished: Happening = { kind: 'attempt-finished' }
    const session = sittingAfter(start(), ...answer(LIGHTHOUSE, wrong), finished, dispute)
    expect(progressOf(session, LIGHTHOUSE).isDisputed).toBe(true)
    expect(progressOf(sittingAfter(start(), dispute), LIGHTHOUSE).isDisputed).toBe(false)
  })

  it('can keep verdict, proof and explanation back until the end', () => {
    const silent = start({ showsVerdict: false, showsEvidence: false, showsExplanation: false })
    const during = sittingAfter(silent, ...answer(LIGHTHOUSE, wrong))
    const shown = visibleFeedback(progressOf(during, LIGHTHOUSE), during)
    expect([shown.verdict, shown.grade, shown.mayRetry]).toEqual([null, null, false])
    const proved = sittingAfter(
      start({ showsEvidence: false, showsExplanation: false }),
      ...answer(LIGHTHOUSE, right),
    )
    const feedback = visibleFeedback(progressOf(proved, LIGHTHOUSE), proved)
    expect([feedback.showsAnswer, feedback.showsEvidence, feedback.showsExplanation]).toEqual([
      true,
      false,
      false,
    ])
    const after = sittingAfter(silent, ...answer(LIGHTHOUSE, wrong), { kind: 'attempt-finished' })
    const last = visibleFeedback(progressOf(after, LIGHTHOUSE), after)
    expect([last.verdict, last.showsEvidence, last.showsExplanation]).toEqual(['wrong', true, true])
  })
})

it('a kind that a later version has written counts and changes nothing', () => {
  const later = { kind: 'underlined', from: 3 } as never // a happening of tomorrow
  const before = sittingAfter(start(), ...answer(LIGHTHOUSE, right))
  const after = sittingAfter(start(), ...answer(LIGHTHOUSE, right), later)
  expect(after.questions).toEqual(before.questions)
  expect(after.nextSeq).toBe(before.nextSeq + 1)
})

describe('a lesson that was corrected in the middle of a sitting', () => {
  const corrected = (questions: readonly QuestionId[]): Happening => ({
    kind: 'lesson-corrected',
    day: '2024-06-01',
    contentHash: 'later',
    sections: [sectionId('harbour')],
    questions,
  })

  it('asks a touched question anew and keeps the answers to the others', () => {
    const session = sittingAfter(
      start(),
      ...answer(LIGHTHOUSE, right),
      ...answer(ENGINES, right),
      corrected([LIGHTHOUSE]),
    )
    expect(progressOf(session, LIGHTHOUSE)).toMatchObject({ phase: 'open', response: null, tries: [] })
    expect(verdictOf(progressOf(session, ENGINES))).toBe('right')
    expect(session).toMatchObject({
      contentHash: 'later',
      correction: { day: '2024-06-01', sections: ['harbour'], questions: [LIGHTHOUSE] },
    })
  })

  it('counts what is answered after it', () => {
    const session = sittingAfter(
      start(),
      ...answer(LIGHTHOUSE, wrong),
      corrected([LIGHTHOUSE]),
      ...answer(LIGHTHOUSE, right),
    )
    expect(earned(progressOf(session, LIGHTHOUSE))).toBe(1)
  })

  it('leaves a section that is gone for the first that asks something', () => {
    const gone: Happening = { kind: 'place-moved', section: sectionId('cut-out'), question: null }
    expect(sittingAfter(start(), gone, corrected([])).section).toBe('harbour')
  })

  it('reads an answer to a question that was of another type then', () => {
    const session = sittingAfter(
      start(),
      ...answer(PROOF, { chosen: ['a', 'b'], text: 'nine' }),
      corrected([PROOF]),
    )
    expect(progressOf(session, PROOF).response).toBeNull()
  })
})
