import { preparePlayers } from '#components/players.ts'
import { articleOf, questionsOfSection } from '#core/lesson/questions.ts'
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
 * What the end of an address means: `#paragraph-7` (of the default level; at another one its section), `#section-tour`,
 * `#question-rifles`. Null for anything else.
 */
export function placeOfAddress(hash: string, lesson: Lesson, article: Article): AddressedPlace | null {
  const [, kind, name = ''] = /^#(paragraph|section|question)-(.+)$/.exec(hash) ?? []
  if (kind === 'question') {
    const question = lesson.questions.find(({ id }) => id === name)
    return question === undefined ? null : { kind, section: question.section, question: name }
  }
  const usual = articleOf(lesson, lesson.defaultLevel)
  const section = usual.sections.find(({ id, paragraphs }) =>
    kind === 'section' ? id === name : paragraphs.some(({ number }) => String(number) === name),
  )
  if (kind === undefined || section === undefined) return null
  const isUsual = kind === 'paragraph' && article.level === usual.level
  return { kind: 'text', section: section.id, paragraph: isUsual ? Number(name) : null }
}
