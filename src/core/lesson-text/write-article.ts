import type { Article, Section } from '#core/lesson/model.ts'
import { runsOf, type Run } from './article-inlines.ts'

/** An article as its author writes it, one line a paragraph; `readArticle` of it gives the same article. */
export const writeArticle = (article: Pick<Article, 'sections'>): string =>
  `${article.sections.map(writeSection).join('\n\n')}\n`

const writeSection = ({ title, id, paragraphs }: Section): string =>
  [
    `## ${escaped(title)} {#${id}}`,
    ...paragraphs.map(({ sentences }) =>
      writeParagraph(runsOf(sentences.flatMap((sentence) => sentence.inlines))),
    ),
  ].join('\n\n')

function writeParagraph(runs: readonly Run[]): string {
  const text = runs
    .map((run, index) => {
      const words = escaped(run.text)
      if (run.isEmphasis) return `*${words}*`
      return withEdgesFor(words, runs[index - 1]?.text ?? '', runs[index + 1]?.text ?? '')
    })
    .join('')
  return withSafeStart(text)
}

/** What Markdown would read as markup, wherever it stands. */
const escaped = (text: string): string =>
  text
    .replace(/[\\*`[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')

/** What Markdown would read as a list, heading, quotation or rule at the start of a line. */
const withSafeStart = (text: string): string =>
  text.replace(/^(?=[#>+=~|-])/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')

/**
 * An asterisk between a letter and a punctuation mark opens or closes no emphasis (CommonMark 0.31, 6.2): there the letter is
 * written as a character reference, which ends and begins with punctuation itself.
 */
function withEdgesFor(words: string, before: string, after: string): string {
  const head = isMark([...before].at(-1)) && isLetter([...words][0]) ? reference([...words][0]) : ''
  const rest = head === '' ? words : words.slice(([...words][0] ?? '').length)
  const last = [...rest].at(-1)
  if (!isMark([...after][0]) || !isLetter(last)) return head + rest
  return head + rest.slice(0, rest.length - (last ?? '').length) + reference(last)
}

const isMark = (character: string | undefined): boolean =>
  character !== undefined && /^[\p{P}\p{S}]$/u.test(character)
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /^[^\s\p{P}\p{S}]$/u.test(character)
const reference = (character: string | undefined): string => `&#${character?.codePointAt(0) ?? 0};`
