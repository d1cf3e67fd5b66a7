import { hasErrors, type Diagnostic, type Parsed } from '#core/kernel/diagnostic.ts'
import { ID_PATTERN, type LessonId } from '#core/kernel/ids.ts'
import { defined } from '#core/interaction/options.ts'
import { contentHashOf } from '#core/lesson/content-hash.ts'
import { directionOf } from '#core/lesson/direction.ts'
import type { Article, Lesson, Level } from '#core/lesson/model.ts'
import { allRules } from '#core/rules/all-rules.ts'
import type { Finding, LessonDraft } from './draft.ts'
import { maxFileSize } from './file-sizes.ts'
import {
  glossaryOf,
  LESSON_FILE,
  levelsOf,
  middleLevel,
  readLessonFile,
  type LessonFile,
} from './lesson-file.ts'
import { FORMAT_VERSION } from './lesson-schema.ts'
import { FILE_START, placed, plainLines, type Found, type Locate } from './position.ts'
import { QUESTIONS_FILE, readQuestionItems } from './question-items.ts'
import { readQuestion, type QuestionContext } from './read-question.ts'
import {
  articlesOf,
  missingTexts,
  readTexts,
  sectionMismatches,
  textFiles,
  textOf,
  type LessonText,
} from './read-texts.ts'
import type { InteractionRegistries } from './registries.ts'

/** After so many questions it is said how far the reading is. */
const SHARE_EVERY = 250

/** A lesson as it lies on disk or in an editor. */
export interface LessonSource {
  /** Name of the lesson's folder. */
  readonly id: string
  /** Text of each file by its name. Of files that are no part of a lesson only the name matters. */
  readonly files: Readonly<Record<string, string>>
  /** Files that are there but could not be read, and why. */
  readonly unreadable?: Readonly<Record<string, Found>>
}

export interface ParsedLesson extends Parsed<Lesson> {
  /** What could be read even where there are errors; null only for a lesson of a later format. */
  readonly draft: LessonDraft | null
}

/**
 * Reads a lesson and runs all content rules over it. Never throws and never stops at the first fault; `value` is null when there is
 * an error. Diagnostics are sorted by file, line and column; `file` is the name inside the lesson's folder. `onShare` hears how far it is,
 * from 0 to 1: a hundred thousand questions take their time.
 */
export function parseLesson(
  source: LessonSource,
  registries: InteractionRegistries,
  onShare: (share: number) => void = () => undefined,
): ParsedLesson {
  const files = readableFiles(source)
  const lessonFile = readLessonFile(files.text(LESSON_FILE))
  if (lessonFile.isFromLater)
    return { value: null, draft: null, diagnostics: sorted(foundIn(lessonFile, files), files) }

  const parts = readParts(files, lessonFile, registries, (share) => onShare(share * 0.8))
  const draft = draftOf(source.id, parts)
  const faults = [...idFaults(source.id), ...faultsOf(parts)]
  const findings = findingsOf(draft, registries, (share) => onShare(0.8 + share * 0.2)).filter(trust(faults))
  const diagnostics = sorted([...faults, ...findings.map(placeIn(parts))], files)
  return { value: hasErrors(diagnostics) ? null : completeLesson(draft), draft, diagnostics }
}

/** A lesson's files, read one by one. */
interface LessonParts {
  readonly files: Files
  readonly lessonFile: LessonFile
  readonly levels: readonly Level[]
  readonly texts: readonly LessonText[]
  readonly articles: ReadonlyMap<Level, Article>
  readonly questions: ReturnType<typeof readQuestions>
}

function readParts(
  files: Files,
  lessonFile: LessonFile,
  registries: InteractionRegistries,
  onShare: (share: number) => void,
): LessonParts {
  const levels = levelsOf(lessonFile.fields, files.names)
  const texts = readTexts(files, levels, lessonFile)
  const articles = articlesOf(texts)
  const questions = readQuestions(files.text(QUESTIONS_FILE), { ...registries, levels, articles }, onShare)
  return { files, lessonFile, levels, texts, articles, questions }
}

const draftOf = (id: string, { lessonFile, levels, articles, questions }: LessonParts): LessonDraft => ({
  lesson: lessonOf(id, lessonFile, levels, articles),
  articles: [...articles.values()],
  questions: questions.readings.flatMap((one) => (one.draft === null ? [] : [one.draft])),
})

/** What was found while reading, before any content rule. */
function faultsOf({ files, lessonFile, levels, texts, questions }: LessonParts): readonly Diagnostic[] {
  const { items, listFound, readings } = questions
  return [
    ...files.diagnostics,
    ...foundIn(lessonFile, files),
    ...missingTexts(levels, files, lessonFile),
    ...texts.flatMap(({ reading }) => reading.diagnostics),
    ...sectionMismatches(texts),
    ...(files.isReadable(QUESTIONS_FILE) ? [...listFound, ...noQuestions(items.length, listFound)] : []),
    ...readings.flatMap((one) => one.diagnostics),
    ...unknownFiles(files.names, textFiles(levels, lessonFile.fields)),
  ]
}

/** What was found in lesson.yaml; that it is missing or refused is said of the file. */
const foundIn = ({ diagnostics }: LessonFile, files: Files): readonly Diagnostic[] =>
  files.isReadable(LESSON_FILE) ? diagnostics : []

/** Gives the finding of a content rule its place in the files. */
function placeIn({ lessonFile, texts, questions }: LessonParts): (finding: Finding) => Diagnostic {
  const items = new Map(questions.items.map((item) => [item.index, item]))
  return (finding) => {
    const text = textOf(finding, texts)
    if (text !== undefined) return placed(text.file, text.reading.locate(finding.path), finding)
    return placed(finding.file, locator(finding, lessonFile, items)(finding.path), finding)
  }
}

function readQuestions(text: string, context: QuestionContext, onShare: (share: number) => void) {
  const { items, diagnostics } = readQuestionItems(text, (share) => onShare(share * 0.6))
  const readings = items.map((item, index) => {
    if (index % SHARE_EVERY === 0) onShare(0.6 + (index / items.length) * 0.4)
    return readQuestion(item, context)
  })
  return { items, listFound: diagnostics, readings }
}

const findingsOf = (
  draft: LessonDraft,
  registries: InteractionRegistries,
  onShare: (share: number) => void,
): Finding[] =>
  allRules.flatMap((rule, index) => {
    onShare(index / allRules.length)
    return rule.check(draft, registries)
  })

interface Files {
  readonly names: readonly string[]
  /** Faults of whole files. */
  readonly diagnostics: readonly Diagnostic[]
  isReadable(name: string): boolean
  /** Empty for a file that is missing or refused. */
  text(name: string): string
}

function readableFiles({ files, unreadable = {} }: LessonSource): Files {
  const texts = new Map(
    Object.entries(files).flatMap(([name, text]) =>
      text.length > maxFileSize(name) ? [] : [[name, plainLines(text)] as const],
    ),
  )
  const names = [...Object.keys(files), ...Object.keys(unreadable)]
  const refused = Object.entries(unreadable).map(([name, found]) =>
    placed(name, FILE_START, { ...found, params: { file: name, ...found.params } }),
  )
  const tooLarge = Object.keys(files)
    .filter((name) => !texts.has(name))
    .map((name) => fileFault(name, 'file-too-large', { max: maxFileSize(name) / 1_000_000 }))
  const missing = [LESSON_FILE, QUESTIONS_FILE]
    .filter((name) => !names.includes(name))
    .map((name) => fileFault(name, 'missing-file'))
  return {
    names,
    diagnostics: [...missing, ...refused, ...tooLarge],
    isReadable: (name) => texts.has(name),
    text: (name) => texts.get(name) ?? '',
  }
}

const fileFault = (file: string, code: string, params: Diagnostic['params'] = {}): Diagnostic =>
  placed(file, FILE_START, { code, params: { file, ...params } })

const idFaults = (id: string): Diagnostic[] =>
  ID_PATTERN.test(id) ? [] : [placed(LESSON_FILE, FILE_START, { code: 'bad-lesson-id', params: { id } })]

const noQuestions = (count: number, found: readonly Diagnostic[]): Diagnostic[] =>
  count > 0 || hasErrors(found) ? [] : [placed(QUESTIONS_FILE, FILE_START, { code: 'no-questions' })]

const unknownFiles = (names: readonly string[], texts: readonly string[]): Diagnostic[] => {
  const known = [LESSON_FILE, QUESTIONS_FILE, ...texts]
  return names
    .filter((name) => !known.includes(name))
    .map((name) =>
      placed(name, FILE_START, {
        code: 'unknown-file',
        severity: 'warning',
        params: { file: name, known: known.join(', ') },
      }),
    )
}

function lessonOf(
  id: string,
  { fields }: LessonFile,
  levels: readonly Level[],
  articles: ReadonlyMap<Level, Article>,
): LessonDraft['lesson'] {
  const language =
    fields.language === undefined ? 'und' : (Intl.getCanonicalLocales(fields.language)[0] ?? 'und')
  return defined({
    id: id as LessonId, // reported where it is not one
    formatVersion: FORMAT_VERSION,
    title: fields.title ?? '',
    summary: fields.summary ?? '',
    language,
    direction: directionOf(language),
    eventDate: fields.eventDate ?? '',
    asOf: fields.asOf,
    topic: fields.topic ?? [],
    licence: fields.licence ?? '',
    levels,
    defaultLevel: fields.defaultLevel ?? middleLevel(levels),
    wordCounts: Object.fromEntries([...articles].map(([level, article]) => [level, article.wordCount])),
    sources: (fields.sources ?? []).map(defined),
    reports: fields.reports,
    glossary: glossaryOf(fields),
    places: (fields.places ?? []).map(defined),
    route: fields.route,
    timeline: (fields.timeline ?? []).map(defined),
    abbreviations: fields.abbreviations,
    articles: Object.fromEntries(articles),
  }) // undefined values are left out
}

function completeLesson(draft: LessonDraft): Lesson {
  const questions = draft.questions.map(({ question }) => question)
  const lesson = { ...draft.lesson, questions, questionCount: questions.length }
  return { ...lesson, contentHash: contentHashOf(lesson) }
}

function locator(
  finding: Finding,
  lessonFile: LessonFile,
  items: ReadonlyMap<unknown, { readonly locate: Locate }>,
): Locate {
  if (finding.file === LESSON_FILE) return lessonFile.locate
  if (finding.file !== QUESTIONS_FILE) return () => FILE_START
  const [index, ...rest] = finding.path
  const item = items.get(index)
  return () => item?.locate(rest) ?? FILE_START
}

/** Whether a finding can be relied on: a rule about a whole file or lesson sees only a part of it where reading found errors. */
function trust(reading: readonly Diagnostic[]): (finding: Finding) => boolean {
  const faultyFiles = new Set(reading.filter(({ severity }) => severity === 'error').map(({ file }) => file))
  return ({ file, path, severity }) => {
    if (file === QUESTIONS_FILE && path.length > 0) return true
    return severity === 'warning' ? faultyFiles.size === 0 : !faultyFiles.has(file)
  }
}

/** By place; each kept inside its file, where an empty last line could put it outside. */
function sorted(diagnostics: readonly Diagnostic[], files: Files): Diagnostic[] {
  const lines = new Map(files.names.map((name) => [name, files.text(name).split('\n')]))
  const inside = diagnostics.map((found): Diagnostic => {
    const own = lines.get(found.file) ?? ['']
    const line = Math.min(found.line, own.length)
    return { ...found, line, column: Math.min(found.column, (own[line - 1]?.length ?? 0) + 1) }
  })
  return inside.sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
