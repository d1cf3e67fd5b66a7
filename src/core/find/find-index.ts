import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch'
import { articleOf } from '#core/lesson/questions.ts'
import { PROCESSES, type Article, type Lesson, type LessonSummary, type Process } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'
import { findWords, isDense, isEnough } from './find-words.ts'

/** What is looked through of a lesson, at its default level; words, folded and parted by spaces. */
interface FindDocument {
  readonly id: string
  readonly title: string
  readonly topic: string
  readonly summary: string
  readonly sections: string
  readonly text: string
  readonly questions: string
  /** Of the texts of the other levels only the words that nothing above has, each once. */
  readonly levels: string
}
type Field = Exclude<keyof FindDocument, 'id'>

/** A hit in a title says more than one in a text. */
const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 8,
  topic: 5,
  sections: 3,
  summary: 3,
  questions: 1.5,
  text: 1,
  levels: 0.7,
}

/** What the build makes of all lessons. */
export interface FindData {
  /** The index as minisearch writes it. */
  readonly index: string
  /** Words that too many lessons have to tell them apart; they are not in the index. */
  readonly common: readonly string[]
  /** The processes that the questions of each lesson ask for, by lesson. */
  readonly processes: Readonly<Record<string, readonly Process[]>>
}

/** One lesson that was found. */
export interface Found {
  readonly id: string
  /** The beginnings of words by which it was found, folded. */
  readonly terms: readonly string[]
}

const FIELDS = Object.keys(WEIGHTS) as Field[] // a record has the keys of its type
/** What is short, and looked through for the beginnings of words that are short themselves: so many words begin with them. */
const HEAD: readonly Field[] = ['title', 'topic', 'sections', 'summary']
const SHORT = 3

const OPTIONS: Options<FindDocument> = {
  fields: FIELDS,
  // Words come folded, parted by spaces.
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
}

/** In a library of more than so many lessons a word that more than such a part of them has is a common one. */
const SMALL_LIBRARY = 40
const COMMON_SHARE = 0.2

/** Looks through lessons one by one, so that no two of them need to be in memory at once. */
export class FindIndexBuilder {
  readonly #documents: FindDocument[] = []
  readonly #uses = new Map<string, number>()
  readonly #processes: Record<string, readonly Process[]> = {}

  add(lesson: Lesson): void {
    const document = documentOf(lesson)
    this.#documents.push(document)
    for (const word of new Set(FIELDS.flatMap((field) => document[field].split(' '))))
      this.#uses.set(word, (this.#uses.get(word) ?? 0) + 1)
    this.#processes[lesson.id] = processesIn(lesson)
  }

  data(): FindData {
    const count = this.#documents.length
    const most = count > SMALL_LIBRARY ? count * COMMON_SHARE : Infinity
    const common = new Set([...this.#uses].flatMap(([word, uses]) => (uses > most ? [word] : [])))
    const index = new MiniSearch<FindDocument>({
      ...OPTIONS,
      processTerm: (term) => (common.has(term) ? null : term || null),
    })
    index.addAll(this.#documents)
    return { index: JSON.stringify(index), common: [...common], processes: this.#processes }
  }
}

/** The processes that the questions of a lesson ask for. */
export const processesIn = ({ questions }: Lesson): readonly Process[] =>
  PROCESSES.filter((process) => questions.some((question) => question.process === process))

const foldedWords = (language: string, texts: readonly string[]): string =>
  texts.flatMap((text) => findWords(text, language)).join(' ')

function documentOf(lesson: Lesson): FindDocument {
  const article = articleOf(lesson, lesson.defaultLevel)
  const words = (...texts: readonly string[]): string => foldedWords(lesson.language, texts)
  const textOf = ({ sections }: Article): readonly string[] =>
    sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences.map(sentenceText)))
  const titlesOf = ({ sections }: Article): readonly string[] => sections.map(({ title }) => title)
  const usual = {
    ...cardWords(lesson),
    sections: words(...titlesOf(article)),
    text: words(...textOf(article)),
    questions: words(...lesson.questions.map(({ stem }) => stem)),
  }
  const known = new Set(Object.values(usual).flatMap((text) => text.split(' ')))
  const others = Object.values(lesson.articles).flatMap((one) => [...titlesOf(one), ...textOf(one)])
  const lacking = new Set(
    words(...others)
      .split(' ')
      .filter((word) => !known.has(word)),
  )
  return { id: lesson.id, ...usual, levels: [...lacking].join(' ') }
}

const cardWords = ({ title, topic, summary, language }: LessonSummary) => ({
  title: foldedWords(language, [title]),
  topic: foldedWords(language, topic),
  summary: foldedWords(language, [summary]),
})

/** A lesson of which no more than its card is known. */
const cardDocument = (card: LessonSummary): FindDocument => ({
  id: card.id,
  ...cardWords(card),
  sections: '',
  text: '',
  questions: '',
  levels: '',
})

const SEARCH: SearchOptions = {
  combineWith: 'AND',
  boost: { ...WEIGHTS },
  prefix: isEnough,
  tokenize: (text) => text.split(' '),
}
/** Where nothing is spelt like that: one slip in five letters. */
const FORGIVING: SearchOptions = {
  ...SEARCH,
  prefix: false,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
}

/** Endings are what languages change most. So many letters at the end of a word may be another ending, and so many before it never are. */
const ENDING = 3
const STEM = 4

/** A word without what may be its ending; of scripts with a syllable or word in a letter, without one letter. */
const beginningOf = (word: string): string =>
  isDense(word)
    ? word.slice(0, Math.max(2, word.length - 1))
    : word.slice(0, Math.max(STEM, word.length - ENDING))

/** An index that can be asked. */
export interface FindIndex {
  readonly documents: MiniSearch<FindDocument>
  readonly common: ReadonlySet<string>
}

/** Reads what the build has made, in steps: a large library must not stop the page. */
export const readFindIndex = async ({ index, common }: FindData): Promise<FindIndex> => ({
  documents: await MiniSearch.loadJSONAsync<FindDocument>(index, OPTIONS),
  common: new Set(common),
})

/** Beyond so many words or questions a lesson is found by its card alone: to look through it would stop the page. */
const MOST_WORDS = 10_000
const MOST_QUESTIONS = 500

/** Whether a lesson is short enough to be looked through where somebody is waiting. */
export const isQuicklyRead = ({ wordCounts, questionCount }: LessonSummary): boolean =>
  questionCount <= MOST_QUESTIONS &&
  Object.values(wordCounts).reduce((sum, count) => sum + count, 0) <= MOST_WORDS

/** Puts a lesson that the build does not know into an index, whole or as its card says it, in the place of what stood there. */
export function putLesson({ documents }: FindIndex, lesson: Lesson | LessonSummary): void {
  const document = 'articles' in lesson ? documentOf(lesson) : cardDocument(lesson)
  if (documents.has(document.id)) documents.replace(document)
  else documents.add(document)
}

/** Takes a lesson out of an index. */
export const dropLesson = ({ documents }: FindIndex, id: string): void => documents.discard(id)

/** The words of a query that are looked for; common ones only where there is no other, as the beginning of others. */
function soughtWords(query: string, common: ReadonlySet<string>): string[] {
  const words = findWords(query, 'und').filter(isEnough)
  const telling = words.filter((word) => !common.has(word))
  return telling.length > 0 ? telling : words.slice(-1)
}

const isShort = (word: string): boolean => word.length < SHORT && !isDense(word)

/** A short word as it is, wherever it stands; what it begins is looked for in what is short alone. */
const queryFor = (word: string): Query =>
  isShort(word)
    ? {
        combineWith: 'OR',
        queries: [
          { queries: [word], prefix: false },
          { queries: [word], fields: [...HEAD] },
        ],
      }
    : word

/**
 * The lessons that hold every word of a query, or a word that begins with it, best first; where there is none, with slips forgiven, and then
 * with other endings.
 */
export function find({ documents, common }: FindIndex, query: string): Found[] {
  const words = soughtWords(query, common)
  if (words.length === 0) return []
  let found = documents.search({ queries: words.map(queryFor) }, SEARCH)
  if (found.length === 0) found = documents.search({ queries: words }, FORGIVING)
  if (found.length === 0) found = documents.search({ queries: words.map(beginningOf) }, SEARCH)
  return found.map(({ id, terms }): Found => ({ id: String(id), terms }))
}

/** Whether a query says enough to look for. */
export const isQuery = (query: string): boolean => findWords(query, 'und').some(isEnough)
