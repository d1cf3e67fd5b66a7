import { preparePlayers } from '#components/players.ts'
import { questionsOfSection } from '#core/lesson/questions.ts'
import type { SectionId } from '#core/kernel/ids.ts'
import type { Article, Lesson } from '#core/lesson/model.ts'

/** Fetches what the questions of a section are shown by: a place below them must not move away once it is reached. */
export const prepareQuestions = (lesson: Lesson, section: SectionId): Promise<void> =>
  preparePlayers(questionsOfSection(lesson, section).map(({ type }) => type))

/** A place of a lesson that an address leads to. */
export type AddressedPlace =
  | { readonly kind: 'text'; readonly section: SectionId; readonly paragraph: number | null }
  | { readonly kind: 'question'; readonly section: SectionId; readonly question: string }

/**
 * What the end of an address means: `#paragraph-7` (of the default level) or `#paragraph-a2-7` (of another one; each leads to its section
 * where another level is read), `#section-tour`, `#question-rifles`. Null for anything else.
 */
export function placeOfAddress(hash: string, lesson: Lesson, article: Article): AddressedPlace | null {
  const [, kind, name = ''] = /^#(paragraph|section|question)-(.+)$/.exec(hash) ?? []
  if (kind === 'question') {
    const question = lesson.questions.find(({ id }) => id === name)
    return question === undefined ? null : { kind, section: question.section, question: name }
  }
  const [, level = lesson.defaultLevel, number = name] = /^([a-z]\d)-(\d+)$/.exec(name) ?? []
  const meant = Object.values(lesson.articles).find((one) => one.level === level)
  const section = meant?.sections.find(({ id, paragraphs }) =>
    kind === 'section'
      ? id === name
      : paragraphs.some(({ number: paragraph }) => String(paragraph) === number),
  )
  if (kind === undefined || section === undefined) return null
  const isThere = kind === 'paragraph' && article.level === level
  return { kind: 'text', section: section.id, paragraph: isThere ? Number(number) : null }
}
