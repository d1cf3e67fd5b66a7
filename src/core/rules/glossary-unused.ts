import type { GlossaryEntry, Inline } from '#core/lesson/model.ts'
import type { Rule } from './rule.ts'
import { inLesson } from './support/finding.ts'

/** A word that is explained and never read is a slip of spelling or a leftover. Silent while an article could not be read. */
export const glossaryUnused: Rule = {
  id: 'glossary-unused',
  check({ articles, lesson }) {
    if (articles.length < lesson.levels.length) return []
    const used = new Set(
      articles.flatMap((article) =>
        article.sections.flatMap((section) =>
          section.paragraphs.flatMap((paragraph) =>
            paragraph.sentences.flatMap((sentence) => termsIn(sentence.inlines)),
          ),
        ),
      ),
    )
    return lesson.glossary.flatMap(({ term }, index) =>
      used.has(index)
        ? []
        : [
            inLesson('glossary-unused', 'warning', ['glossary', index, 'term'], {
              term,
              ...(isExplained(term, lesson.glossary.slice(0, index)) && { variant: 'twice' }),
            }),
          ],
    )
  },
}

/** Whether an entry explains a word, in any case. */
const isExplained = (word: string, entries: readonly GlossaryEntry[]): boolean =>
  entries.some(({ term, forms }) =>
    [term, ...forms].some((other) => other.toLowerCase() === word.toLowerCase()),
  )

/** Indexes of the glossary's entries that inline text marks. */
const termsIn = (inlines: readonly Inline[]): number[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'text') return []
    return [...(inline.kind === 'term' ? [inline.term] : []), ...termsIn(inline.children)]
  })
