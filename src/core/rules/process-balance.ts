import type { LessonDraft, QuestionDraft } from '#core/lesson-text/draft.ts'
import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'

/** A lesson with fewer questions is a short check and need not do everything. */
const FEWEST_QUESTIONS = 6

/**
 * A lesson that only asks what is written trains finding, not understanding: at least half of the questions go beyond `retrieve`, one
 * joins two sections, one evaluates. Source: the four processes of PIRLS 2021 (Mullis & Martin 2019); Haladyna, Downing & Rodriguez
 * (2002), guideline 3.
 */
export const processBalance: Rule = {
  id: 'process-balance',
  check(draft) {
    const count = draft.questions.length
    const beyond = draft.questions.filter(({ question }) => question.process !== 'retrieve').length
    const evaluating = draft.questions.filter(({ question }) => question.process === 'evaluate').length
    const joining = draft.questions.filter((question) => joinsSections(draft, question)).length
    if (count < FEWEST_QUESTIONS || (beyond * 2 >= count && evaluating > 0 && joining > 0)) return []
    return [
      inQuestions('process-balance', 'warning', [], {
        count,
        beyond,
        needed: Math.ceil(count / 2),
        joining,
        evaluating,
      }),
    ]
  },
}

/** Whether the evidence of a question, at one level at least, lies in two sections. */
function joinsSections(draft: LessonDraft, { question }: QuestionDraft): boolean {
  return draft.articles.some((article) => {
    const ids = new Set((question.evidence[article.level] ?? []).flatMap((evidence) => evidence.sentences))
    const touched = article.sections.filter((section) =>
      section.paragraphs.some((paragraph) => paragraph.sentences.some((sentence) => ids.has(sentence.id))),
    )
    return touched.length > 1
  })
}
