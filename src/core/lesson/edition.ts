import { shortHash } from '#core/kernel/hash.ts'
import type { QuestionId, SectionId } from '#core/kernel/ids.ts'
import { canonicalJson } from './content-hash.ts'
import type { Lesson } from './model.ts'
import { plainText } from './text.ts'

/** What sets a later edition of a lesson apart from an earlier one. Ids that only one of them has are `added` or `removed`. */
export interface EditionChanges {
  readonly sections: Changed<SectionId>
  readonly questions: Changed<QuestionId>
}

export interface Changed<Id> {
  readonly changed: readonly Id[]
  readonly added: readonly Id[]
  readonly removed: readonly Id[]
}

/**
 * Hashes of each section's words (over all levels) and of each question, one a line: so little is kept of an edition that a later one can
 * still be told from it. What can be asked and what proves it counts; how a question is reworded or explained counts with it.
 */
export function editionPrints({ articles, questions }: Pick<Lesson, 'articles' | 'questions'>): string {
  const sections = new Map<SectionId, unknown[]>()
  for (const { level, sections: own } of Object.values(articles))
    for (const { id, title, paragraphs } of own)
      sections.set(id, [
        ...(sections.get(id) ?? []),
        level,
        title,
        paragraphs.map(({ sentences }) => sentences.map(({ inlines }) => plainText(inlines))),
      ])
  return [
    ...[...sections].map(([id, words]) => `section ${id} ${printOf(words)}`),
    ...questions.map((question) => `question ${question.id} ${printOf(question)}`),
  ].join('\n')
}

const printOf = (part: unknown): string => shortHash(canonicalJson(part))

/** What has changed from one edition's prints to another's. */
export function changesBetween(before: string, after: string): EditionChanges {
  return {
    sections: changed(printsOf<SectionId>(before, 'section'), printsOf<SectionId>(after, 'section')),
    questions: changed(printsOf<QuestionId>(before, 'question'), printsOf<QuestionId>(after, 'question')),
  }
}

/** Whether two editions say and ask the same. */
export const isUnchanged = ({ sections, questions }: EditionChanges): boolean =>
  [sections, questions].every((part) => part.changed.length + part.added.length + part.removed.length === 0)

function printsOf<Id extends string>(prints: string, kind: string): ReadonlyMap<Id, string> {
  return new Map(
    prints.split('\n').flatMap((line): [Id, string][] => {
      const [own, id, print] = line.split(' ')
      return own === kind && id !== undefined && print !== undefined ? [[id as Id, print]] : [] // written above
    }),
  )
}

const changed = <Id>(before: ReadonlyMap<Id, string>, after: ReadonlyMap<Id, string>): Changed<Id> => ({
  changed: [...after].flatMap(([id, print]) => (before.has(id) && before.get(id) !== print ? [id] : [])),
  added: [...after.keys()].filter((id) => !before.has(id)),
  removed: [...before.keys()].filter((id) => !after.has(id)),
})
