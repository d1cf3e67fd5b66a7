import type { Heading, Nodes, Paragraph as MarkdownParagraph, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Diagnostic } from '#core/kernel/diagnostic.ts'
import { shortHash } from '#core/kernel/hash.ts'
import { ID_PATTERN, type SectionId, type SentenceId } from '#core/kernel/ids.ts'
import type {
  Article,
  GlossaryEntry,
  Inline,
  Level,
  Paragraph,
  Section,
  Sentence,
} from '#core/lesson/model.ts'
import { paragraphText, plainText, sliceInlines, wordCount } from '#core/lesson/text.ts'
import { isTable, readInlines, REFUSED_NODES, startOf, type RefusedMarkup } from './article-inlines.ts'
import { termMarkers, type TermMarker } from './glossary-terms.ts'
import { FILE_START, placed, type Found, type Locate, type Position } from './position.ts'
import { slugOf } from './slug.ts'
import { splitSentences, type SentenceOptions } from './sentences.ts'

export interface ArticleOptions extends SentenceOptions {
  readonly file: string
  readonly level: Level
  readonly glossary: readonly GlossaryEntry[]
  /** For another report of the event: its id, and the text that it stands behind. Ids of sections and numbers of paragraphs go on from there. */
  readonly report?: { readonly id: string; readonly behind: readonly Section[] }
}

/** What could be read of an article, and where it stands. */
export interface ArticleFile {
  /** Null when there is no section at all. */
  readonly article: Article | null
  readonly diagnostics: readonly Diagnostic[]
  /** Whether every heading has an id of its own, so that sections can be compared with another level's. */
  readonly hasSoundHeadings: boolean
  /** Knows `['section', id]` and `['paragraph', n]`. */
  readonly locate: Locate
}

/** Reads one level's article from the Markdown of docs/lesson-format.md. Never throws; keeps the words of what it refuses. */
export function readArticle(text: string, options: ArticleOptions): ArticleFile {
  const reader = new ArticleReader(text, options)
  const overloaded = overloadedLine(text)
  if (overloaded !== null) {
    reader.report('too-complex', { line: overloaded, column: 1 }, { file: options.file })
    return reader.finish()
  }
  try {
    reader.readBlocks(fromMarkdown(text))
  } catch (error) {
    // parser and walk are recursive: what still nests too deeply exhausts the stack
    if (!(error instanceof RangeError)) throw error
    reader.report('too-complex', FILE_START, { file: options.file })
  }
  return reader.finish()
}

/** More than any author writes; Markdown's parser takes time by the square of both. */
const MAX_LEAD = 60
const MAX_MARKS = 500

/** The line of a paragraph with more signs of markup, or of a list or quotation in more others, than can be read quickly. */
function overloadedLine(text: string): number | null {
  let marks = 0
  for (const [index, line] of text.split('\n').entries()) {
    marks = line.trim() === '' ? 0 : marks + (line.match(/[*_`[\]<>&!\\]/g)?.length ?? 0)
    const lead = /^[\s>*+.)\d-]*/.exec(line)?.[0].length ?? 0
    if (marks > MAX_MARKS || lead > MAX_LEAD) return index + 1
  }
  return null
}

interface OpenSection {
  readonly id: string
  readonly title: string
  readonly position: Position
  readonly paragraphs: Paragraph[]
  readonly markTerms: TermMarker
}

/** The state of one reading: what is open, what was found. */
class ArticleReader {
  readonly #source: string
  readonly #options: ArticleOptions
  readonly #newMarker: () => TermMarker
  readonly #diagnostics: Diagnostic[] = []
  readonly #sections: OpenSection[] = []
  readonly #places = new Map<string, Position>()
  readonly #sentenceCounts = new Map<string, number>()
  #paragraphCount = 0
  #hasSoundHeadings = true
  #isTextBeforeHeadingReported = false

  constructor(source: string, options: ArticleOptions) {
    this.#source = source
    this.#options = options
    this.#newMarker = termMarkers(options.glossary)
    this.#paragraphCount = options.report?.behind.at(-1)?.paragraphs.at(-1)?.number ?? 0
  }

  report(code: string, position: Position, params: Found['params'] = {}): void {
    this.#diagnostics.push(placed(this.#options.file, position, { code, params }))
  }

  readBlocks(root: Root | Extract<Nodes, { type: 'list' | 'listItem' | 'blockquote' }>): void {
    for (const block of root.children) {
      const what = REFUSED_NODES[block.type]
      if (what !== undefined) this.#refuse({ what, position: startOf(block) })
      if (block.type === 'heading') this.#readHeading(block)
      else if (block.type === 'paragraph') this.#readParagraph(block)
      else if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
        this.readBlocks(block)
    }
  }

  finish(): ArticleFile {
    const sections = this.#sections.map((section): Section => {
      if (section.paragraphs.length === 0)
        this.report('empty-section', section.position, { section: section.id })
      const { title, paragraphs } = section
      const report = this.#options.report?.id
      const read = { id: section.id as SectionId, title, paragraphs } // the id was checked or reported
      return report === undefined ? read : { ...read, report }
    })
    if (sections.length === 0 && this.#diagnostics.length === 0)
      this.report('empty-file', FILE_START, { file: this.#options.file })
    const words = sections
      .flatMap((section) => section.paragraphs)
      .map((paragraph) => wordCount(paragraphText(paragraph), this.#options.language))
    return {
      article:
        sections.length === 0
          ? null
          : { level: this.#options.level, wordCount: words.reduce((sum, count) => sum + count, 0), sections },
      diagnostics: this.#diagnostics,
      hasSoundHeadings: this.#hasSoundHeadings,
      locate: (path) => this.#places.get(path.join(' ')) ?? FILE_START,
    }
  }

  #refuse(markup: RefusedMarkup): void {
    this.report('markup-not-allowed', markup.position, { variant: markup.what })
  }

  #readHeading(heading: Heading): void {
    const position = startOf(heading)
    if (this.#isHeadline(heading)) return this.#refuse({ what: 'headline', position })
    if (heading.depth !== 2) this.#refuse({ what: 'heading-level', position })
    const { inlines, refused } = readInlines(heading, this.#source)
    refused.forEach((markup) => this.#refuse(markup))
    if (inlines.some((inline) => inline.kind === 'emphasis'))
      this.#refuse({ what: 'heading-emphasis', position })
    const [, title = '', written] = /^(.*?)\s*(?:\{#([^{}]*)\})?$/su.exec(plainText(inlines)) ?? []
    if (title === '') this.report('empty-heading', position)
    const id = this.#sectionId(title, written, this.#placeOfId(heading))
    if (!this.#places.has(`section ${id}`)) this.#places.set(`section ${id}`, position)
    this.#sections.push({ id, title, position, paragraphs: [], markTerms: this.#newMarker() })
  }

  /** Whether a heading is the lesson's title, which whoever pastes an article brings along: nothing stands before it, and it has no id. */
  #isHeadline({ depth, position }: Heading): boolean {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset]
    return (
      depth === 1 &&
      this.#source.slice(0, start).trim() === '' &&
      !this.#source.slice(start, end).includes('{#')
    )
  }

  #placeOfId(heading: Heading): Position {
    const start = heading.position?.start.offset ?? 0
    const offset = this.#source.slice(start, heading.position?.end.offset).lastIndexOf('{#')
    const { line, column } = startOf(heading)
    return { line, column: column + Math.max(0, offset) }
  }

  /** The id as written, or one made of the title where it cannot be used. */
  #sectionId(title: string, written: string | undefined, position: Position): string {
    const suggestion = slugOf(title) || `section-${this.#sections.length + 1}`
    const taken = [...(this.#options.report?.behind ?? []), ...this.#sections]
    const isTaken = (id: string): boolean => taken.some((section) => section.id === id)
    if (written !== undefined && ID_PATTERN.test(written) && !isTaken(written)) return written
    this.#hasSoundHeadings = false
    if (written === undefined) this.report('heading-without-id', position, { suggestion })
    else if (!ID_PATTERN.test(written))
      this.report('bad-id', position, {
        value: written,
        suggestion: slugOf(written) || suggestion,
        variant: 'suggestion',
      })
    else this.report('duplicate-section', position, { section: written })
    return isTaken(suggestion) ? `${suggestion}-${this.#sections.length + 1}` : suggestion
  }

  #readParagraph(paragraph: MarkdownParagraph): void {
    const position = startOf(paragraph)
    if (isTable(paragraph, this.#source)) this.#refuse({ what: 'table', position })
    const { inlines, refused } = readInlines(paragraph, this.#source)
    refused.forEach((markup) => this.#refuse(markup))
    if (inlines.length === 0) return
    const section = this.#sections.at(-1)
    if (section === undefined) {
      if (!this.#isTextBeforeHeadingReported) this.report('text-before-heading', position)
      this.#isTextBeforeHeadingReported = true
      return
    }
    const number = ++this.#paragraphCount
    this.#places.set(`paragraph ${number}`, position)
    section.paragraphs.push({ number, sentences: this.#readSentences(inlines, section) })
  }

  #readSentences(inlines: readonly Inline[], section: OpenSection): Sentence[] {
    let offset = 0
    return splitSentences(plainText(inlines), this.#options).map((text): Sentence => {
      const own = sliceInlines(inlines, offset, offset + text.length)
      offset += text.length
      return { id: this.#sentenceId(section.id, text), inlines: section.markTerms(own) }
    })
  }

  #sentenceId(section: string, text: string): SentenceId {
    const id = `${section}.${shortHash(text)}`
    const count = (this.#sentenceCounts.get(id) ?? 0) + 1
    this.#sentenceCounts.set(id, count)
    return (count === 1 ? id : `${id}-${count}`) as SentenceId // the one place that makes them
  }
}
