import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'

const LESSON_YAML = `format: 1
title: A day at the harbour
summary: Visitors see a lighthouse and a factory.
language: en
eventDate: 2023-09-16
topic: [World]
licence: CC-BY-4.0
levels: [a2, b1]
defaultLevel: b1
sources:
  - { id: paper, title: A day out, publisher: The Paper, date: 2023-09-16 }
`

const A2 = `## At the harbour {#harbour}

The visitors saw an old lighthouse first. A guide told them its story.

## In the factory {#factory}

Then they went to a factory. It makes engines for trains.
`

const B1 = `## At the harbour {#harbour}

The delegation began its day at an old lighthouse by the harbour. A guide who knew the place told its story.

## In the factory {#factory}

After lunch the visitors toured a factory. According to its director, it builds engines for trains.
`

/** A question of the factory's lesson, as its author writes it. */
const single = (id: string, section: 'harbour' | 'factory', evidence: string): string => `- id: ${id}
  type: single
  section: ${section}
  process: ${id === 'ship' ? 'retrieve' : 'infer'}
  stem: What is true of ${id}?
  options:
    - { text: The right one, key: true }
    - { text: A wrong one, misreading: wrong-detail, why: That is another one. }
    - { text: A worse one, misreading: outside, why: The text does not say it. }
  explanation: The text says so.
  evidence:
    a2: ${evidence}
    b1: ${evidence === 'It makes engines for trains.' ? 'it builds engines for trains' : 'an old lighthouse'}
`

const QUESTIONS = [
  single('lighthouse', 'harbour', 'an old lighthouse'),
  `- id: proof
  type: evidence
  section: harbour
  process: retrieve
  stem: Find the sentence that says who told the story.
  explanation: The guide told it.
  evidence: { a2: A guide told them its story., b1: told its story }
`,
  single('engines', 'factory', 'It makes engines for trains.'),
].join('')

/** The ids of the options of `lighthouse` and `engines`. */
export const option = (lesson: Lesson, text: string): string => {
  const choices = interactions.single.choices(lesson.questions[0]?.body)
  const found = choices.find((choice) => choice.text === text)
  if (found === undefined) throw new Error(`Expected an option "${text}"`)
  return found.id
}

/** A real lesson of two levels, two sections and three questions, read from its files by the real parser. */
export function aLesson(overrides: Partial<Lesson> = {}): Lesson {
  const files = {
    'lesson.yaml': LESSON_YAML,
    'article.a2.md': A2,
    'article.b1.md': B1,
    'questions.yaml': QUESTIONS,
  }
  const { value, diagnostics } = parseLesson({ id: 'harbour-day', files }, { interactions, authoring })
  if (value === null) throw new Error(`Expected a sound lesson, found ${JSON.stringify(diagnostics)}`)
  return { ...value, ...overrides }
}
