import { describe, expect, it } from 'vitest'
import type { Offer } from '#core/interaction/offers.ts'
import { articleOf } from '#core/lesson/questions.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { interactions, logicOf } from '#interactions/registry.ts'
import { aLesson } from '#tests/factories/lesson.ts'
import { sectionId } from '#tests/factories/progress.ts'
import {
  placeAfter,
  placeInPlan,
  planListening,
  questionUtterances,
  type ListenWords,
  type PlanSource,
} from './plan.ts'

const lesson = aLesson()
const article = articleOf(lesson, 'b1')
const words: ListenWords = {
  question: (number) => `Question ${number}.`,
  instruction: (type) => (type === 'single' ? 'Choose one.' : 'Do it.'),
  option: (letter, text) => `Option ${letter}: ${text}`,
  gap: (number) => `gap ${number}`,
}
const questions = lesson.questions.map((question, index) => ({ question, number: index + 1 }))
const aPlan = (source: Partial<PlanSource> = {}) =>
  planListening({
    article,
    only: null,
    questions: [],
    offersOf: (question) => logicOf(question.type).offers(question.body),
    words,
    ...source,
  })
const textsOf = (source: Partial<PlanSource> = {}): string[] => aPlan(source).map(({ text }) => text)
const harbour = sectionId('harbour')

describe('what is read aloud', () => {
  it('is each section with its title and one utterance a sentence, as it stands on the screen', () => {
    expect(textsOf()).toEqual([
      'At the harbour',
      'The delegation began its day at an old lighthouse by the harbour.',
      'A guide who knew the place told its story.',
      'In the factory',
      'After lunch the visitors toured a factory.',
      'According to its director, it builds engines for trains.',
    ])
  })

  it('is the section on the screen alone where there is one', () => {
    expect(textsOf({ only: harbour })).toHaveLength(3)
  })

  it('names the sentence of each utterance, and holds its letters in place', () => {
    const ids = article.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))
    for (const sentence of ids) {
      const place = placeInPlan(aPlan(), { kind: 'sentence', sentence: sentence.id })
      expect(aPlan()[place]).toMatchObject({ text: sentenceText(sentence), shownFrom: 0 })
    }
  })

  it('asks the questions of a section after its text: number, stem, what to do, options by letter', () => {
    expect(textsOf({ only: harbour, questions }).slice(3)).toEqual([
      'Question 1. What is true of lighthouse?',
      'Choose one.',
      'Option A: The right one',
      'Option B: A wrong one',
      'Option C: A worse one',
      'Question 2. Find the sentence that says who told the story.',
      'Do it.',
    ])
  })

  it('holds nothing of what only the grader may see', () => {
    const heard = textsOf({ questions }).join('\n')
    for (const secret of [
      'That is another one.',
      'The text does not say it.',
      'The text says so.',
      'misreading',
    ])
      expect(heard).not.toContain(secret)
  })

  it('leaves the words of the interface out where they are of another language than the lesson', () => {
    expect(textsOf({ only: harbour, questions, words: null }).slice(3, 6)).toEqual([
      'What is true of lighthouse?',
      'A: The right one',
      'B: A wrong one',
    ])
  })

  it('passes over questions whose words have not come yet', () => {
    const outline = questions.map(({ question, number }) => ({
      question: { ...question, stem: '', body: null },
      number,
    }))
    expect(textsOf({ questions: outline })).toEqual(textsOf())
  })

  it('says where the words of the screen begin in a stem, and that options stand there otherwise', () => {
    const [stem, , option] = aPlan({ only: harbour, questions }).slice(3)
    expect(stem?.text.slice(stem.shownFrom ?? 0)).toBe('What is true of lighthouse?')
    expect(option?.shownFrom).toBeNull()
  })

  it('numbers the gaps of a passage', () => {
    const offers: Offer[] = [
      { kind: 'passage', segments: ['Made of ', { gap: 1 }, ' and', { gap: 2 }, ' .'] },
    ]
    const [asked] = questions
    const texts = asked && questionUtterances(asked, { offersOf: () => offers, words })
    expect(texts?.at(-1)?.text).toBe('Made of gap 1 and gap 2 .')
  })

  it('offers no expected wrong answers of a question that is typed', () => {
    const body = {
      answers: ['a guide'],
      as: 'text',
      distractors: [{ text: 'a captain', misreading: 'outside' }],
    }
    expect(interactions['short-text'].offers(body)).toEqual([])
  })
})

describe('a step', () => {
  const plan = aPlan({ only: null })
  it.each([
    [1, 'sentence', 1, 2],
    [1, 'sentence', -1, 0],
    [0, 'sentence', -1, 0],
    [5, 'sentence', 1, 5],
    [1, 'paragraph', 1, 3],
    [2, 'paragraph', -1, 1],
    [1, 'paragraph', -1, 0],
    [4, 'paragraph', 1, 5],
  ] as const)('from %i by %s, %i, leads to %i', (place, by, towards, expected) => {
    expect(placeAfter(plan, place, { by, towards })).toBe(expected)
  })
})
