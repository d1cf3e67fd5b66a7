import type { AuthoringRegistry, LogicRegistry } from '#core/interaction/spec.ts'
import type { DocPath } from '#core/kernel/diagnostic.ts'
import type { LessonId, QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { LessonDraft, QuestionDraft, Resolution } from '#core/lesson-text/draft.ts'
import { readArticle } from '#core/lesson-text/read-article.ts'
import type { Article, Evidence, GlossaryEntry, Level, Question } from '#core/lesson/model.ts'
import { sentenceText } from '#core/lesson/text.ts'
import type { RuleContext } from '#core/rules/rule.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'

/** What rules are given beside a draft: the real question types. */
export const ruleContext: RuleContext = { interactions: interactions satisfies LogicRegistry }

/** The articles of `aDraft()`, easiest level first, as their author writes them. Short: no level can be measured. */
export const ARTICLE_TEXTS: Readonly<Partial<Record<Level, string>>> = {
  a2: `## At the harbour {#harbour}

The visitors went to the harbour first. They looked at an old lighthouse there. A guide told them its story.

## In the factory {#factory}

After lunch they saw a factory. It makes engines for trains. They left at six o’clock.
`,
  b1: `## At the harbour {#harbour}

The delegation began its day at the harbour, where a guide showed an old lighthouse and told its story.

## In the factory {#factory}

After lunch the visitors toured a factory that builds engines for trains. They left at six in the evening.
`,
}

/** One level's article from Markdown; throws when there is no section in it. */
export function anArticle(
  level: Level,
  text: string,
  options: { glossary?: readonly GlossaryEntry[]; language?: string } = {},
): Article {
  const { glossary = [], language = 'en' } = options
  const { article } = readArticle(text, { file: `article.${level}.md`, level, glossary, language })
  if (article === null) throw new Error(`Expected a section in the article of ${level}`)
  return article
}

/** Options as their author writes them: a text that begins with `*` is a key, the others are sound distractors. */
export const someOptions = (...texts: readonly string[]): Record<string, unknown>[] =>
  texts.map((text) =>
    text.startsWith('*')
      ? { text: text.slice(1), key: true }
      : { text, misreading: 'outside', why: 'The article says nothing of the kind.' },
  )

interface QuotePart {
  readonly level: Level
  readonly quote?: string
  readonly resolution?: Resolution
}

export interface QuestionDraftParts extends Partial<Omit<Question, 'id' | 'section' | 'evidence'>> {
  readonly id?: string
  readonly section?: string
  /** The type's own fields as an author writes them; `body`, where given, goes before them. */
  readonly fields?: Record<string, unknown>
  readonly index?: number
  /** Without them: the first sentence of the question's section, at both levels. */
  readonly quotes?: readonly QuotePart[]
  /** What the quotes are looked up in. */
  readonly articles?: readonly Article[]
}

/** A sound question about the harbour: one of three, every part of it overridable. */
export function aQuestionDraft(parts: QuestionDraftParts = {}): QuestionDraft {
  const {
    id = 'first-stop',
    section = 'harbour',
    type = 'single',
    index = 0,
    articles = defaultArticles(),
    fields,
    quotes,
    ...rest
  } = parts
  const given: readonly QuotePart[] = quotes ?? articles.map(({ level }) => ({ level }))
  const drafts = given.map(({ level, ...quote }, place) => {
    const [first] =
      articles.find((article) => article.level === level)?.sections.find((it) => it.id === section)
        ?.paragraphs[0]?.sentences ?? []
    const found: Resolution = { kind: 'found', sentences: first === undefined ? [] : [first.id] }
    const isOnly = given.filter((other) => other.level === level).length === 1
    const position = given.slice(0, place).filter((other) => other.level === level).length
    const path: DocPath = isOnly ? [index, 'evidence', level] : [index, 'evidence', level, position]
    return {
      level,
      path,
      quote: quote.quote ?? (first ? sentenceText(first) : ''),
      resolution: quote.resolution ?? found,
    }
  })
  const evidence: Partial<Record<Level, Evidence[]>> = {}
  for (const { level, quote, resolution } of drafts) {
    if (resolution.kind === 'found') (evidence[level] ??= []).push({ quote, sentences: resolution.sentences })
  }
  const question: Question = {
    process: 'retrieve',
    points: 1,
    stem: 'Which sight came before the midday meal?',
    reworded: [],
    explanation: 'The lighthouse at the harbour was the first stop.',
    body: bodyOf(
      type,
      fields ?? { options: someOptions('A windmill', '*A lighthouse', 'A cathedral') },
      rest.body,
    ),
    ...rest,
    id: id as QuestionId, // tests give sound and faulty ids
    type,
    section: section as SectionId,
    evidence,
  }
  return { index, question, quotes: drafts }
}

export interface DraftParts {
  readonly lesson?: Partial<Omit<LessonDraft['lesson'], 'articles'>>
  /** Markdown by level, easiest first. */
  readonly texts?: Readonly<Partial<Record<Level, string>>>
  /** Numbered as they stand here, whatever index they were made with. */
  readonly questions?: readonly QuestionDraft[]
}

/** A lesson of two levels, two sections and two questions in which no rule finds anything. */
export function aDraft({
  lesson = {},
  texts = ARTICLE_TEXTS,
  questions = defaultQuestions(),
}: DraftParts = {}): LessonDraft {
  const {
    glossary = [{ term: 'lighthouse', meaning: 'a tower with a light for ships', forms: [] }],
    language = 'en',
  } = lesson
  const articles = (Object.entries(texts) as [Level, string][]).map(([level, text]) =>
    anArticle(level, text, { glossary, language }),
  )
  return {
    lesson: {
      formatVersion: 1,
      id: 'a-day-out' as LessonId,
      title: 'A day out',
      summary: 'A delegation sees a harbour and a factory.',
      direction: 'ltr',
      eventDate: '2023-09-16',
      topic: ['Travel'],
      levels: articles.map((article) => article.level),
      defaultLevel: articles[0]?.level ?? 'a2',
      wordCounts: Object.fromEntries(articles.map((article) => [article.level, article.wordCount])),
      licence: 'CC-BY-4.0',
      sources: [{ id: 'paper', title: 'A day out', publisher: 'The Daily', date: '2023-09-17' }],
      places: [{ id: 'harbour', name: 'The harbour', latitude: 43.1, longitude: 131.9 }],
      timeline: [{ date: '2023-09-16', text: 'The delegation arrives', place: 'harbour' }],
      ...lesson,
      language,
      glossary,
      articles: Object.fromEntries(articles.map((article) => [article.level, article])),
    },
    articles,
    questions: questions.map(atIndex),
  }
}

/** The files of a draft as plain data: what paths of findings lead into. */
export function documentsOf({ lesson, questions }: LessonDraft): {
  readonly 'lesson.yaml': unknown
  readonly 'questions.yaml': unknown
} {
  const types: AuthoringRegistry = authoring
  const authored = questions.map(({ question, quotes }) => {
    const { body, type, ...envelope } = question
    const evidence: Partial<Record<Level, unknown>> = {}
    for (const { level } of quotes) {
      const own = quotes.filter((quote) => quote.level === level).map((quote) => quote.quote)
      evidence[level] = own.length === 1 ? own[0] : own
    }
    return { ...envelope, type, evidence, ...types[type]?.write(body) }
  })
  return { 'lesson.yaml': lesson, 'questions.yaml': authored }
}

const defaultArticles = (): Article[] =>
  (Object.entries(ARTICLE_TEXTS) as [Level, string][]).map(([level, text]) => anArticle(level, text))

const defaultQuestions = (): QuestionDraft[] => [
  aQuestionDraft(),
  aQuestionDraft({
    id: 'product',
    section: 'factory',
    stem: 'What is built at the second stop?',
    explanation: 'The factory makes engines for trains.',
    fields: { options: someOptions('*Locomotive engines', 'Railway carriages', 'Ship propellers') },
  }),
]

function bodyOf(type: string, fields: Record<string, unknown>, body: unknown): unknown {
  const types: AuthoringRegistry = authoring
  return body ?? (Object.hasOwn(types, type) ? types[type]?.read(fields).body : fields)
}

function atIndex(draft: QuestionDraft, index: number): QuestionDraft {
  return {
    ...draft,
    index,
    quotes: draft.quotes.map((quote) => ({ ...quote, path: [index, ...quote.path.slice(1)] })),
  }
}
