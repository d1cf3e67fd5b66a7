import type { Article, Lesson, Question } from '#core/lesson/model.ts'
import { questionsOfSection } from '#core/lesson/questions.ts'
import type { SheetBlock } from './sheet.ts'

interface SectionQuestions {
  readonly heading: Extract<SheetBlock, { readonly kind: 'questions-on' }>
  readonly questions: readonly { readonly question: Question; readonly number: number }[]
}

/** The questions of each section that asks some, with their number in the lesson: worksheet and key count alike. */
export const numberedBySection = (lesson: Lesson, article: Article): readonly SectionQuestions[] =>
  article.sections.flatMap(({ id, title }, index) => {
    const questions = questionsOfSection(lesson, id).map((question) => ({
      question,
      number: lesson.questions.indexOf(question) + 1,
    }))
    return questions.length === 0
      ? []
      : [{ heading: { kind: 'questions-on' as const, number: index + 1, title }, questions }]
  })
