import type { Diagnostic } from '#core/kernel/diagnostic.ts'
import type { Article, Level, Section } from '#core/lesson/model.ts'
import type { Finding } from './draft.ts'
import { articleFile, glossaryOf, LESSON_FILE, reportFile, type LessonFile } from './lesson-file.ts'
import { placed } from './position.ts'
import { readArticle, type ArticleFile } from './read-article.ts'

/** One file of a lesson's text: a level of the article, or of another report of the event. */
export interface LessonText {
  readonly level: Level
  /** Id of the report; null for the article. */
  readonly report: string | null
  readonly file: string
  readonly reading: ArticleFile
}

/** The files that can be looked into. */
interface TextSource {
  readonly names: readonly string[]
  isReadable(name: string): boolean
  text(name: string): string
}

const fileOf = (report: string | null, level: Level): string =>
  report === null ? articleFile(level) : reportFile(report, level)

/** The article, and then the reports by their ids. */
const reportsOf = ({ reports = [] }: LessonFile['fields']): (string | null)[] => [
  null,
  ...reports.map(({ id }) => id),
]

/** Names of all files that a lesson's text is made of. */
export const textFiles = (levels: readonly Level[], fields: LessonFile['fields']): readonly string[] =>
  reportsOf(fields).flatMap((report) => levels.map((level) => fileOf(report, level)))

/** Reads every text that is there, easiest level first, at each level the article before the reports. */
export function readTexts(
  files: TextSource,
  levels: readonly Level[],
  { fields }: LessonFile,
): readonly LessonText[] {
  const options = {
    language: fields.language ?? 'und',
    abbreviations: fields.abbreviations ?? [],
    glossary: glossaryOf(fields),
  }
  return levels.flatMap((level) => {
    const behind: Section[] = []
    return reportsOf(fields).flatMap((report): LessonText[] => {
      const file = fileOf(report, level)
      if (!files.isReadable(file)) return []
      const asReport = report === null ? {} : { report: { id: report, behind: [...behind] } }
      const reading = readArticle(files.text(file), { ...options, ...asReport, file, level })
      behind.push(...(reading.article?.sections ?? []))
      return [{ level, report, file, reading }]
    })
  })
}

/** Each level's text in one: the sections of the article, then those of the reports. Without an article there is no level. */
export function articlesOf(texts: readonly LessonText[]): ReadonlyMap<Level, Article> {
  const articles = new Map<Level, Article>()
  for (const { level, report, reading } of texts) {
    if (reading.article === null) continue
    const known = articles.get(level)
    if (report === null) articles.set(level, reading.article)
    else if (known !== undefined)
      articles.set(level, {
        level,
        wordCount: known.wordCount + reading.article.wordCount,
        sections: [...known.sections, ...reading.article.sections],
      })
  }
  return articles
}

/** The text that a rule's finding about a level stands in: rules know a level as one article. Undefined for other files. */
export function textOf({ file, path }: Finding, texts: readonly LessonText[]): LessonText | undefined {
  const article = texts.find((text) => text.file === file)
  const [kind, name] = path
  const holds = ({ level, reading }: LessonText): boolean =>
    level === article?.level &&
    reading.article?.sections.some(({ id, paragraphs }) =>
      kind === 'section' ? id === name : paragraphs.some(({ number }) => number === name),
    ) === true
  return texts.find(holds) ?? article
}

/** The files of articles and reports that lesson.yaml promises and that are not there, each at the place of the promise. */
export const missingTexts = (
  levels: readonly Level[],
  files: TextSource,
  { fields, locate }: LessonFile,
): Diagnostic[] =>
  reportsOf(fields).flatMap((report) =>
    levels
      .filter((level) => !files.names.includes(fileOf(report, level)))
      .map((level) => {
        const path =
          report === null
            ? ['levels', fields.levels?.indexOf(level) ?? -1]
            : ['reports', fields.reports?.findIndex(({ id }) => id === report) ?? -1]
        const params = { level, file: fileOf(report, level) }
        return placed(LESSON_FILE, locate(path), { code: 'missing-article', params })
      }),
  )

/** Every level must have the sections of the easiest: reports for each text the first heading of each other level that differs. */
export const sectionMismatches = (texts: readonly LessonText[]): Diagnostic[] =>
  [...new Set(texts.map(({ report }) => report))].flatMap((report) =>
    mismatchesAmong(texts.filter((text) => text.report === report)),
  )

function mismatchesAmong(texts: readonly LessonText[]): Diagnostic[] {
  const sound = texts.flatMap(({ level, file, reading }) =>
    reading.article === null || !reading.hasSoundHeadings
      ? []
      : [{ level, file, reading, article: reading.article }],
  )
  const [first, ...others] = sound
  if (first === undefined) return []
  const wanted = first.article.sections.map((section): string => section.id)
  return others.flatMap(({ level, file, reading, article }) => {
    const ids = article.sections.map((section): string => section.id)
    const at = Array.from({ length: Math.max(ids.length, wanted.length) }, (_, index) => index).find(
      (index) => ids[index] !== wanted[index],
    )
    if (at === undefined) return []
    const found = ids[at]
    const expected = wanted[at]
    const variant = found === undefined ? 'missing' : expected === undefined ? 'extra' : 'differs'
    const params = { level, other: first.level, found: found ?? '', expected: expected ?? '', variant }
    const position = reading.locate(['section', found ?? ids.at(-1) ?? ''])
    return [placed(file, position, { code: 'section-mismatch', params })]
  })
}
