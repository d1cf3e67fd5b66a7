import { questionsOfSection } from '#core/lesson/questions.ts'
import type { Article, Lesson, Question, Section } from '#core/lesson/model.ts'

/** What a class sees at one time. A question comes twice, without and with its answer, so that one key leads through all of it. */
export type Slide =
  | { readonly kind: 'section'; readonly section: Section; readonly number: number }
  | {
      readonly kind: 'question'
      readonly section: Section
      readonly question: Question
      /** From 1 through the lesson. */
      readonly number: number
      readonly isRevealed: boolean
    }

/** Each section, then its questions one by one. As many at every level: all have the same sections. */
export const slidesOf = (lesson: Lesson, article: Article): readonly Slide[] =>
  article.sections.flatMap((section, index): Slide[] => [
    { kind: 'section', section, number: index + 1 },
    ...questionsOfSection(lesson, section.id).flatMap((question) =>
      [false, true].map((isRevealed): Slide => {
        const number = lesson.questions.indexOf(question) + 1
        return { kind: 'question', section, question, number, isRevealed }
      }),
    ),
  ])
