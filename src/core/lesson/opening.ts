import { articleOf } from './questions.ts'
import type { Lesson, Question } from './model.ts'

/**
 * What a first visitor needs of a lesson, so that a long one begins as fast as a short one: the article of the default level and the
 * questions of the first section that has some, with their evidence at that level. All other questions are there by id, type,
 * section, process and points alone, and the sources without the facts that authors note, so that sections, numbers and scores are those of the whole.
 */
export function openingOf(lesson: Lesson): Lesson {
  const article = articleOf(lesson, lesson.defaultLevel)
  const first = article.sections.find(({ id }) => lesson.questions.some(({ section }) => section === id))?.id
  return {
    ...lesson,
    part: 'opening',
    sources: lesson.sources.map(({ facts: _facts, ...shown }) => shown),
    articles: { [article.level]: article },
    questions: lesson.questions.map((question) =>
      question.section === first
        ? { ...question, evidence: { [article.level]: question.evidence[article.level] ?? [] } }
        : outlineOf(question),
    ),
  }
}

const outlineOf = ({ id, type, section, process, points }: Question): Question => ({
  id,
  type,
  section,
  process,
  points,
  stem: '',
  reworded: [],
  explanation: '',
  evidence: {},
  body: null,
})
