import { parseDocument, Parser, type CST } from 'yaml'
import type { AuthoringRegistry } from '#core/interaction/spec.ts'
import { defined } from '#core/interaction/options.ts'
import { canonicalJson } from '#core/lesson/content-hash.ts'
import { LEVELS, type Evidence, type Lesson, type Level, type Question } from '#core/lesson/model.ts'
import { articleFile, LESSON_FILE, middleLevel, reportFile } from './lesson-file.ts'
import { plainLines } from './position.ts'
import { QUESTIONS_FILE } from './question-items.ts'
import { readArticle } from './read-article.ts'
import { readYaml } from './read-yaml.ts'
import type { InteractionRegistries } from './registries.ts'
import { writeArticle } from './write-article.ts'
import { documentOf, lessonYaml, questionsYaml } from './yaml-layout.ts'

export interface WriteOptions {
  /** Folder of the JSON Schemas as seen from the lesson, for editors; null for none. */
  readonly schemaFolder: string | null
}

const modeline = (folder: string, name: string): string =>
  `# yaml-language-server: $schema=${folder}/${name}.schema.json\n`

/** A lesson's files by name, as an author would write them; `parseLesson` of them gives the same lesson. */
export function writeLesson(
  lesson: Lesson,
  registries: InteractionRegistries,
  options: WriteOptions,
): Record<string, string> {
  const head = (name: string): string =>
    options.schemaFolder === null ? '' : modeline(options.schemaFolder, name)
  const articles = lesson.levels.flatMap((level) => {
    const article = lesson.articles[level]
    if (article === undefined) return []
    return [null, ...(lesson.reports ?? [])].map((report) => {
      const sections = article.sections.filter((section) => section.report === report?.id)
      const file = report === null ? articleFile(level) : reportFile(report.id, level)
      return [file, writeArticle({ sections })] as const
    })
  })
  return {
    [LESSON_FILE]: head('lesson') + lessonYaml(documentOf(authoredLesson(lesson))),
    ...Object.fromEntries(articles),
    [QUESTIONS_FILE]:
      head('questions') +
      questionsYaml(
        documentOf(lesson.questions.map((question) => authoredQuestion(question, registries))),
        registries.authoring,
      ),
  }
}

const unlessEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list

function authoredLesson(lesson: Lesson): Record<string, unknown> {
  return defined({
    format: lesson.formatVersion,
    title: lesson.title,
    summary: lesson.summary,
    language: lesson.language,
    eventDate: lesson.eventDate,
    asOf: lesson.asOf,
    topic: lesson.topic,
    licence: lesson.licence,
    levels: lesson.levels,
    defaultLevel: lesson.defaultLevel === middleLevel(lesson.levels) ? undefined : lesson.defaultLevel,
    sources: lesson.sources,
    reports: lesson.reports,
    glossary: unlessEmpty(
      lesson.glossary.map(({ term, meaning, forms }) =>
        defined({ term, meaning, forms: unlessEmpty(forms) }),
      ),
    ),
    places: unlessEmpty(lesson.places),
    route: unlessEmpty(lesson.route),
    timeline: unlessEmpty(lesson.timeline),
    abbreviations: lesson.abbreviations,
  })
}

function authoredQuestion(
  question: Question,
  { authoring, interactions }: InteractionRegistries,
): Record<string, unknown> {
  const { id, type, section, process, stem, reworded, points, explanation, asOf, validUntil, body } = question
  const own = authoring[type]
  if (own === undefined) throw new Error(`Expected a known question type, found "${type}"`)
  const evidence = LEVELS.toReversed().flatMap((level) =>
    question.evidence[level] === undefined ? [] : [[level, quotes(question.evidence[level])] as const],
  )
  return defined({
    id,
    type,
    section,
    process,
    stem,
    reworded: unlessEmpty(reworded),
    points: points === interactions[type]?.defaultPoints ? undefined : points,
    ...own.write(body),
    explanation,
    evidence: Object.fromEntries(evidence),
    asOf,
    validUntil,
  })
}

const quotes = (evidence: readonly Evidence[]): string | string[] => {
  const [only, ...more] = evidence.map(({ quote }) => quote)
  return only !== undefined && more.length === 0 ? only : evidence.map(({ quote }) => quote)
}

/** One file of a sound lesson in the usual order and layout, or null where that would lose something its author wrote. */
export function formatLessonFile(name: string, text: string, authoring: AuthoringRegistry): string | null {
  const source = plainLines(text)
  if (name === LESSON_FILE) return formatYaml(source, (document) => lessonYaml(document))
  if (name === QUESTIONS_FILE) return formatYaml(source, (document) => questionsYaml(document, authoring))
  const level = LEVELS.find((one) => articleFile(one) === name || isReportFile(name, one))
  return level === undefined ? null : formatArticle(source, level)
}

function formatYaml(
  source: string,
  layOut: (document: ReturnType<typeof parseDocument>) => string,
): string | null {
  const formatted = layOut(parseDocument(source, { version: '1.2', schema: 'core', logLevel: 'silent' }))
  const isSame = canonicalJson(readYaml(formatted, '').data) === canonicalJson(readYaml(source, '').data)
  return isSame && commentsOf(formatted).join('\n') === commentsOf(source).join('\n') ? formatted : null
}

/** All comments of a YAML file, sorted: reordered fields take theirs along. */
function commentsOf(text: string): string[] {
  const comments: string[] = []
  const waiting: unknown[] = [...new Parser().parse(text)]
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (token === null || typeof token !== 'object') continue
    if (isComment(token)) comments.push(token.source.trim())
    waiting.push(...Object.values(token))
  }
  return comments.sort()
}

const isComment = (token: object): token is CST.SourceToken => 'type' in token && token.type === 'comment'

const isReportFile = (name: string, level: Level): boolean =>
  name.startsWith('report.') && name.endsWith(`.${level}.md`)

function formatArticle(source: string, level: Level): string | null {
  // sentences and terms do not matter here: they are found anew whenever an article is read
  const options = { file: '', level, language: 'und', glossary: [] }
  const { article } = readArticle(source, options)
  if (article === null) return null
  const formatted = writeArticle(article)
  return canonicalJson(readArticle(formatted, options).article) === canonicalJson(article) ? formatted : null
}
