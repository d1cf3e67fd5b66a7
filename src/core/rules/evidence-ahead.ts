import type { LessonDraft, QuestionDraft, QuoteDraft } from '#core/lesson-text/draft.ts'
import type { Rule } from './rule.ts'
import { inQuestions } from './support/finding.ts'

/**
 * A question is asked after its section; proof from a later section has not been read yet, so the answer could only be guessed.
 * Source: questions before the text they are about narrow what is read (Rothkopf 1966; Swart et al. 2019). Once a question.
 */
export const evidenceAhead: Rule = {
  id: 'evidence-ahead',
  check: (draft) =>
    draft.questions.flatMap((question) => {
      for (const quote of question.quotes) {
        const ahead = laterSection(draft, question, quote)
        if (ahead !== null) {
          const params = { level: quote.level, section: question.question.section, later: ahead }
          return [inQuestions('evidence-ahead', 'warning', quote.path, params)]
        }
      }
      return []
    }),
}

/** The last section that a quote touches, when it comes after the question's own; null otherwise. */
function laterSection(draft: LessonDraft, question: QuestionDraft, quote: QuoteDraft): string | null {
  const { resolution } = quote
  const sections = draft.articles.find((article) => article.level === quote.level)?.sections ?? []
  const own = sections.findIndex((section) => section.id === question.question.section)
  if (resolution.kind !== 'found' || own === -1) return null
  const ids = new Set(resolution.sentences)
  const touched = sections.findLastIndex((section) =>
    section.paragraphs.some((paragraph) => paragraph.sentences.some((sentence) => ids.has(sentence.id))),
  )
  return touched > own ? (sections[touched]?.id ?? null) : null
}
