import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Logger, Plugin, ResolvedConfig, ViteDevServer } from 'vite'
import { FindIndexBuilder } from '#core/find/find-index.ts'
import { hasErrors, type Diagnostic } from '#core/kernel/diagnostic.ts'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'
import { openingOf } from '#core/lesson/opening.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { baseLanguage } from '#core/lesson/words.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'
import { authoringWords, diagnosticLine } from './diagnostic-lines.ts'
import { isLessonFolder, lessonFoldersIn, readLessonFolder } from './lesson-folders.ts'

const LESSONS_MODULE = 'virtual:lessons'
const INDEX_MODULE = 'virtual:lessons/index'
const LESSON_MODULE = 'virtual:lesson/'
const WHOLE = '/whole'
const FIND_MODULE = 'virtual:find'
/** Rollup's mark for modules that are not files. */
const resolved = (id: string): string => `\0${id}`

/** An editor writes a file in several steps; this long after the last one it is read. */
const SETTLE_MS = 40

interface LoadedLesson {
  /** Null while the lesson has errors and never was without. */
  readonly lesson: Lesson | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The lessons of a folder as modules: `virtual:lessons` with loaders for each, `virtual:lessons/index` with a summary of each, `virtual:find` with what they are found by, `virtual:lesson/<id>` with the
 * opening and `virtual:lesson/<id>/whole` with the whole, two chunks a lesson. A build fails when a lesson has errors; the dev server shows them, and sends a lesson that was saved
 * to the page without reloading it.
 */
export function lessons(options: { readonly dir: string }): Plugin {
  let config: ResolvedConfig
  let library: LessonLibrary
  return {
    name: 'proofline:lessons',
    configResolved(resolvedConfig) {
      config = resolvedConfig
      library = new LessonLibrary(path.resolve(config.root, options.dir), options.dir)
    },
    async buildStart() {
      await library.loadAll()
      for (const id of library.ids()) this.addWatchFile(path.join(library.dir, id))
      for (const line of library.lines('warning')) config.logger.warn(line)
      const errors = library.lines('error')
      if (config.command === 'build' && errors.length > 0)
        this.error(`Lessons have errors:\n${errors.join('\n')}`)
      for (const line of errors) config.logger.error(line)
    },
    resolveId: {
      filter: { id: /^virtual:(?:find$|lessons?(?:\/|$))/ },
      handler: (id) =>
        [LESSONS_MODULE, INDEX_MODULE, FIND_MODULE].includes(id) || id.startsWith(LESSON_MODULE)
          ? resolved(id)
          : null,
    },
    load: {
      filter: { id: /^\0virtual:(?:find$|lessons?(?:\/|$))/ },
      async handler(id) {
        await library.loaded()
        if (id === resolved(LESSONS_MODULE)) return library.lessonsModule()
        if (id === resolved(INDEX_MODULE)) return library.indexModule()
        if (id === resolved(FIND_MODULE)) return library.findModule()
        return library.lessonModule(id.slice(resolved(LESSON_MODULE).length))
      },
    },
    configureServer: (server) => watchLessons(server, () => library, config.logger),
  }
}

/** The lessons of one folder as they were last read. */
class LessonLibrary {
  readonly dir: string
  /** The folder's name as messages begin. */
  readonly #label: string
  readonly #words = authoringWords()
  readonly #lessons = new Map<string, LoadedLesson>()
  #loading: Promise<void> | null = null

  constructor(dir: string, label: string) {
    this.dir = dir
    this.#label = label
  }

  /** Reads every lesson anew. */
  loadAll(): Promise<void> {
    this.#loading = (async () => {
      const names = existsSync(this.dir) ? await lessonFoldersIn(this.dir) : []
      this.#lessons.clear()
      for (const name of names) await this.load(name)
    })()
    return this.#loading
  }

  loaded(): Promise<void> {
    return this.#loading ?? this.loadAll()
  }

  /** Reads one lesson anew; a faulty one keeps its last good state. False when there is no such lesson any more. */
  async load(id: string): Promise<boolean> {
    const dir = path.join(this.dir, id)
    if (!(await isLessonFolder(dir))) {
      this.#lessons.delete(id)
      return false
    }
    const { value, diagnostics } = parseLesson(await readLessonFolder(dir), { interactions, authoring })
    this.#lessons.set(id, { lesson: value ?? this.#lessons.get(id)?.lesson ?? null, diagnostics })
    return true
  }

  ids(): string[] {
    return [...this.#lessons.keys()].sort()
  }

  get(id: string): LoadedLesson | undefined {
    return this.#lessons.get(id)
  }

  /**
   * The latest event first: that is what somebody who follows the news looks for. Lessons in another language than English, in which the
   * pages are delivered, stand behind those that every first visitor reads.
   */
  index(): LessonSummary[] {
    const isOther = ({ language }: LessonSummary): number => (baseLanguage(language) === 'en' ? 0 : 1)
    return this.#good()
      .map(summaryOf)
      .sort(
        (one, other) =>
          isOther(one) - isOther(other) ||
          (one.eventDate < other.eventDate ? 1 : one.eventDate > other.eventDate ? -1 : 0),
      )
  }

  /** Findings of one severity over all lessons, one line each. */
  lines(severity: Diagnostic['severity']): string[] {
    return this.ids().flatMap((id) =>
      (this.get(id)?.diagnostics ?? [])
        .filter((found) => found.severity === severity)
        .map((found) => this.line(id, found)),
    )
  }

  line(id: string, found: Diagnostic): string {
    return diagnosticLine(found, path.join(this.#label, id), this.#words)
  }

  /** How each part is fetched. */
  lessonsModule(): string {
    const loaders = (name: string, part: string): string[] => [
      `export const ${name} = {`,
      '  __proto__: null,',
      ...this.#good().map(
        ({ id }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(LESSON_MODULE + id + part)}),`,
      ),
      '}',
    ]
    return [
      `export const loadIndex = () => import(${JSON.stringify(INDEX_MODULE)})`,
      ...loaders('loadOpening', ''),
      ...loaders('loadWhole', WHOLE),
    ].join('\n')
  }

  indexModule(): string {
    return `export const lessonIndex = ${parsedJson(this.index())}`
  }

  /** What the lessons are found by. */
  findModule(): string {
    const builder = new FindIndexBuilder()
    for (const lesson of this.#good()) builder.add(lesson)
    return `export const findData = ${parsedJson(builder.data())}`
  }

  /** The module of `<id>` (the opening) or `<id>/whole`. */
  lessonModule(name: string): string {
    const isWhole = name.endsWith(WHOLE)
    const id = isWhole ? name.slice(0, -WHOLE.length) : name
    const lesson = this.#lessons.get(id)?.lesson
    if (!lesson) throw new Error(`There is no lesson "${id}" in ${this.#label}`)
    return `export const lesson = ${parsedJson(isWhole ? lesson : openingOf(lesson))}`
  }

  #good(): Lesson[] {
    return this.ids().flatMap((id) => this.#lessons.get(id)?.lesson ?? [])
  }
}

/** An engine reads a string of JSON faster than the same object as code (v8.dev/blog/cost-of-javascript-2019). */
const parsedJson = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** Keeps the page in step with the files: good lessons are sent, faults of faulty ones cover the page. */
function watchLessons(server: ViteDevServer, libraryOf: () => LessonLibrary, logger: Logger): void {
  const waiting = new Map<string, NodeJS.Timeout>()
  const onChange = (file: string): void => {
    const [id = ''] = path.relative(libraryOf().dir, file).split(path.sep)
    if (id === '' || id === '..' || path.isAbsolute(id)) return
    clearTimeout(waiting.get(id))
    waiting.set(
      id,
      setTimeout(() => void reload(id).catch((error: unknown) => logger.error(String(error))), SETTLE_MS),
    )
  }
  const reload = async (id: string): Promise<void> => {
    const library = libraryOf()
    const wasKnown = library.get(id) !== undefined
    const isThere = await library.load(id)
    if (!wasKnown && !isThere) return
    invalidate(server, id)
    if (!isThere) server.ws.send({ type: 'full-reload' })
    else announce(server, library, id, logger)
  }
  server.watcher.add(libraryOf().dir)
  for (const event of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const)
    server.watcher.on(event, onChange)
  // The client reloads the page when its first update meets an error on the screen: it gets an empty one first.
  server.ws.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'update', updates: [] }))
    const fault = firstFault(libraryOf())
    if (fault !== null) socket.send(JSON.stringify(fault))
  })
}

function invalidate(server: ViteDevServer, id: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const name of [
      LESSONS_MODULE,
      INDEX_MODULE,
      FIND_MODULE,
      LESSON_MODULE + id,
      LESSON_MODULE + id + WHOLE,
    ]) {
      const module = moduleGraph.getModuleById(resolved(name))
      if (module) moduleGraph.invalidateModule(module)
    }
  }
}

function announce(server: ViteDevServer, library: LessonLibrary, id: string, logger: Logger): void {
  const { lesson = null, diagnostics = [] } = library.get(id) ?? {}
  for (const found of diagnostics)
    logger[found.severity === 'error' ? 'error' : 'warn'](library.line(id, found))
  if (lesson !== null && !hasErrors(diagnostics)) {
    server.ws.send({
      type: 'custom',
      event: 'proofline:lesson',
      data: { id, lesson, index: library.index() },
    })
  }
  // an empty update takes the last error off the screen
  server.ws.send(firstFault(library) ?? { type: 'update', updates: [] })
}

/** All errors of all lessons as one error of the dev server, placed at the first; null when there is none. */
function firstFault(library: LessonLibrary) {
  for (const id of library.ids()) {
    const first = library.get(id)?.diagnostics.find((found) => found.severity === 'error')
    if (first === undefined) continue
    const loc = { file: path.join(library.dir, id, first.file), line: first.line, column: first.column }
    return {
      type: 'error' as const,
      err: {
        message: library.lines('error').join('\n'),
        stack: '',
        loc,
        id: loc.file,
        plugin: 'proofline:lessons',
      },
    }
  }
  return null
}
