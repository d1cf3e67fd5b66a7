import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import { articleOf, evidenceSentences, locateSentences, questionsOfSection } from '#core/lesson/questions.ts'
import type { Article, Level, Question, Section } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'
import { readLessonFolder } from '#node/lesson-folders.ts'

const folder = fileURLToPath(new URL('../../questions/kim-in-vladivostok-2023', import.meta.url))
const { value, diagnostics } = parseLesson(await readLessonFolder(folder), { interactions, authoring })
if (value === null) throw new Error(`Expected a sound lesson: ${JSON.stringify(diagnostics.at(0))}`)

/** The bundled lesson as the site was built from it: the tests take titles, counts and keys from here. */
export const lesson = value

export const lessonAddress = `lessons/${path.basename(folder)}`
export const resultAddress = `${lessonAddress}/result`

export const articleAt = (level: Level): Article => articleOf(lesson, level)
const article = articleAt(lesson.defaultLevel)

/** Sections that ask something, in order, as a first-time reader meets them. */
export const askingSections: readonly Section[] = article.sections.filter(
  (section) => questionsOfSection(lesson, section.id).length > 0,
)

export const firstSection = the(askingSections[0], 'a section with questions')

export const questionsOf = (section: Pick<Section, 'id'>): readonly Question[] =>
  questionsOfSection(lesson, section.id)

/** The first question of a type. */
export const questionOf = (type: string): Question =>
  the(
    lesson.questions.find((question) => question.type === type),
    `a question of type ${type}`,
  )

/** The section that asks it. */
export const sectionOf = ({ section }: Question): Section =>
  the(
    askingSections.find(({ id }) => id === section),
    `a section ${section}`,
  )

/** Few sections that hold a question of every type: always the one next that brings most new ones. */
export function sectionsOfEveryType(): readonly Section[] {
  const types = new Set<string>()
  const newIn = (section: Section): number =>
    new Set(questionsOf(section).flatMap(({ type }) => (types.has(type) ? [] : [type]))).size
  const chosen: Section[] = []
  for (;;) {
    const next = the([...askingSections].sort((a, b) => newIn(b) - newIn(a))[0], 'a section')
    if (newIn(next) === 0) return chosen
    chosen.push(next)
    for (const { type } of questionsOf(next)) types.add(type)
  }
}

/** The place of a question in a sitting of the whole lesson, from 1. */
export const numberOf = (question: Question): number => lesson.questions.indexOf(question) + 1

/** Narrows what a lesson is known to have, so that a lesson that lost it says so. */
export function the<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new Error(`Expected the lesson to have ${what}`)
  return found
}

/** The words of a sentence, at whatever level it stands; white space as a browser shows it. */
export function wordsOf(sentence: SentenceId): string {
  const place = lesson.levels
    .map((level) => locateSentences(articleAt(level)).get(sentence))
    .find((found) => found !== undefined)
  return sentenceText(the(place, `the sentence ${sentence}`).sentence).replace(/\s+/g, ' ')
}

/** Where a sentence stands at a level, as the page says it. */
export function placeOf(sentence: SentenceId, level: Level = lesson.defaultLevel) {
  return the(locateSentences(articleAt(level)).get(sentence), `${sentence} at ${level}`)
}

/** What proves a question, in the order in which it is lit. */
export const proofOf = (question: Question, level: Level = lesson.defaultLevel): readonly SentenceId[] =>
  evidenceSentences(question, level)
