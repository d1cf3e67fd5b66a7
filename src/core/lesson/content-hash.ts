import { shortHash } from '#core/kernel/hash.ts'
import type { Lesson } from './model.ts'
import { plainText } from './text.ts'

/** The same JSON for the same data: keys sorted, undefined left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Short hash over the words of all articles and over all questions: what a reader can be asked. Glossary and sources do not count. */
export function contentHashOf(lesson: Pick<Lesson, 'articles' | 'questions'>): string {
  const articles = Object.values(lesson.articles).map((article) => [
    article.level,
    article.sections.map((section) => [
      section.id,
      section.title,
      section.paragraphs.map((paragraph) =>
        paragraph.sentences.map((sentence) => [sentence.id, plainText(sentence.inlines)]),
      ),
      ...(section.report === undefined ? [] : [section.report]),
    ]),
  ])
  return shortHash(canonicalJson([articles, lesson.questions]))
}
