import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ID_PATTERN } from '#core/kernel/ids.ts'
import { hasErrors, type Diagnostic } from '#core/kernel/diagnostic.ts'
import { parseLesson, type LessonSource } from '#core/lesson-text/parse-lesson.ts'
import { formatLessonFile } from '#core/lesson-text/write-lesson.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'
import { authoringWords, diagnosticLine, type AuthoringWords } from './diagnostic-lines.ts'
import { isLessonFolder, lessonFoldersIn, readLessonFolder } from './lesson-folders.ts'
import { lessonSchemas, SCHEMA_FOLDER, staleSchemas } from './lesson-schemas.ts'
import { measureLines } from './measure-lines.ts'
import { newLessonFiles } from './new-lesson.ts'

/** What the command prints to. */
export interface Output {
  write(text: string): unknown
}

/** 0: no errors; 1: errors in lessons, or something was left undone; 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2

interface Run {
  readonly cwd: string
  /** The project's own lessons, where no path is given. */
  readonly library: string
  readonly words: AuthoringWords
  print(line: string): void
  complain(key: string, params?: Readonly<Record<string, string | number>>): void
}

const PROJECT_ROOT = path.resolve(import.meta.dirname, '../..')

/** `npm run lessons -- …`: checks, formats and starts lessons. Prints to `out`, complains to `err`, gives the exit status. */
export async function runLessonsCommand(
  argv: readonly string[],
  cwd: string,
  out: Output = process.stdout,
  err: Output = process.stderr,
): Promise<ExitCode> {
  const words = authoringWords()
  const run: Run = {
    cwd,
    library: path.join(PROJECT_ROOT, 'questions'),
    words,
    print: (line) => out.write(`${line}\n`),
    complain: (key, params) => err.write(`${words(`lessons.${key}`, params)}\n`),
  }
  const [command, ...rest] = argv
  if (command === undefined) {
    err.write(`${words('lessons.help')}\n`)
    return 2
  }
  if (command === 'help' || command === '--help' || command === '-h') {
    run.print(words('lessons.help'))
    return 0
  }
  const known = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  if (known === undefined) {
    run.complain('unknownCommand', { command })
    return 2
  }
  const given = argumentsOf(command, known, rest, run)
  return given === null ? 2 : known.execute(run, given)
}

interface Given {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

interface Command {
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  readonly positionals: { readonly min: number; readonly max: number; readonly name: string }
  execute(run: Run, given: Given): Promise<ExitCode>
}

const ANY_PATHS = { min: 0, max: Infinity, name: 'PATH' }
const COMMANDS: Readonly<Record<string, Command>> = {
  check: { options: {}, positionals: ANY_PATHS, execute: check },
  format: { options: { check: { type: 'boolean' } }, positionals: ANY_PATHS, execute: format },
  measure: { options: {}, positionals: ANY_PATHS, execute: measure },
  new: { options: { dir: { type: 'string' } }, positionals: { min: 1, max: 1, name: 'ID' }, execute: create },
  schemas: { options: {}, positionals: { min: 0, max: 0, name: '' }, execute: writeSchemas },
}

function argumentsOf(
  command: string,
  { options, positionals: wanted }: Command,
  rest: readonly string[],
  run: Run,
): Given | null {
  const { values, positionals, tokens } = parseArgs({
    args: [...rest],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (known === undefined || (known.type === 'boolean' && token.value !== undefined)) {
      run.complain('unknownOption', { command, option: token.rawName })
      return null
    }
    if (known.type === 'string' && !token.value) {
      run.complain('missingArgument', { command, argument: token.rawName })
      return null
    }
  }
  if (positionals.length < wanted.min) {
    run.complain('missingArgument', { command, argument: wanted.name })
    return null
  }
  const tooMany = positionals[wanted.max]
  if (tooMany !== undefined) {
    run.complain('tooManyArguments', { command, argument: tooMany })
    return null
  }
  return { positionals, options: values } // no option may be given more than once
}

const shownPath = (run: Run, target: string): string =>
  (path.relative(run.cwd, target) || '.').split(path.sep).join('/')

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** The lesson folders that are meant by paths, each once; null when one path means none. All bad paths are complained about. */
async function lessonFolders(run: Run, paths: readonly string[]): Promise<string[] | null> {
  const targets = paths.length === 0 ? [run.library] : paths.map((one) => path.resolve(run.cwd, one))
  const found = await Promise.all(targets.map((target) => foldersAt(run, target)))
  const folders = found.flatMap((list) => list ?? [])
  return found.includes(null) ? null : [...new Set(folders)]
}

async function foldersAt(run: Run, target: string): Promise<string[] | null> {
  const complain = (key: string, reason = ''): null => {
    run.complain(key, { path: shownPath(run, target), reason })
    return null
  }
  try {
    if (!(await stat(target)).isDirectory()) return complain('notAFolder')
    const names = await lessonFoldersIn(target)
    if (await isLessonFolder(target)) return [target]
    return names.length === 0 ? complain('noLessons') : names.map((name) => path.join(target, name))
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'ENOENT' || reason === 'ENOTDIR'
      ? complain('pathMissing')
      : complain('unreadablePath', reason)
  }
}

const read = (source: LessonSource) => parseLesson(source, { interactions, authoring })

async function check(run: Run, { positionals }: Given): Promise<ExitCode> {
  const folders = await lessonFolders(run, positionals)
  if (folders === null) return 2
  const found: Diagnostic[] = []
  for (const folder of folders) {
    const { diagnostics } = read(await readLessonFolder(folder))
    for (const diagnostic of diagnostics)
      run.print(diagnosticLine(diagnostic, shownPath(run, folder), run.words))
    found.push(...diagnostics)
  }
  const stale = positionals.length === 0 ? await staleSchemas(path.join(run.library, SCHEMA_FOLDER)) : []
  for (const name of stale)
    run.print(
      run.words('lessons.schemasStale', {
        path: shownPath(run, path.join(run.library, SCHEMA_FOLDER, name)),
      }),
    )
  run.print(summary(run, found, folders.length))
  return hasErrors(found) || stale.length > 0 ? 1 : 0
}

function summary(run: Run, found: readonly Diagnostic[], lessonCount: number): string {
  const count = (key: string, n: number): string => run.words(`lessons.${key}`, { n })
  const errors = found.filter(({ severity }) => severity === 'error').length
  const lessons = count('lessons', lessonCount)
  if (found.length === 0) return run.words('lessons.clean', { lessons })
  return run.words('lessons.checked', {
    errors: count('errors', errors),
    warnings: count('warnings', found.length - errors),
    lessons,
  })
}

async function measure(run: Run, { positionals }: Given): Promise<ExitCode> {
  const folders = await lessonFolders(run, positionals)
  if (folders === null) return 2
  let isWhole = true
  for (const folder of folders) {
    const shown = shownPath(run, folder)
    const { value } = read(await readLessonFolder(folder))
    if (value !== null) for (const line of measureLines(value, shown, run.words)) run.print(line)
    else run.complain('notMeasured', { path: shown })
    isWhole &&= value !== null
  }
  return isWhole ? 0 : 1
}

async function format(run: Run, { positionals, options }: Given): Promise<ExitCode> {
  const folders = await lessonFolders(run, positionals)
  if (folders === null) return 2
  const outcomes: boolean[] = []
  for (const folder of folders) outcomes.push(await formatLesson(run, folder, options.check === true))
  return outcomes.every(Boolean) ? 0 : 1
}

/** Whether all of a lesson's files are in the usual layout afterwards. */
async function formatLesson(run: Run, folder: string, isOnlyCheck: boolean): Promise<boolean> {
  const source = await readLessonFolder(folder)
  if (hasErrors(read(source).diagnostics)) {
    run.complain('cannotFormat', { path: shownPath(run, folder) })
    return false
  }
  const outcomes = Object.entries(source.files).map(async ([name, text]) => {
    if (text === '') return true // no part of the lesson: a sound one has no empty file
    const file = path.join(folder, name)
    const formatted = formatLessonFile(name, text, authoring)
    if (formatted === text) return true
    if (formatted === null) run.complain('cannotKeepComments', { path: shownPath(run, file) })
    else if (isOnlyCheck) run.print(run.words('lessons.wouldFormat', { path: shownPath(run, file) }))
    else if (await replaceFile(run, file, formatted)) {
      run.print(run.words('lessons.formatted', { path: shownPath(run, file) }))
      return true
    }
    return false
  })
  return (await Promise.all(outcomes)).every(Boolean)
}

/** Writes beside the file and moves it into place: a full disk or a cut must not leave half a text. */
async function replaceFile(run: Run, file: string, text: string): Promise<boolean> {
  const beside = `${file}~`
  try {
    await writeFile(beside, text)
    await rename(beside, file)
    return true
  } catch (error) {
    await rm(beside, { force: true })
    run.complain('unwritablePath', { path: shownPath(run, file), reason: reasonOf(error) })
    return false
  }
}

async function create(run: Run, { positionals: [id = ''], options }: Given): Promise<ExitCode> {
  if (!ID_PATTERN.test(id)) {
    run.complain('badId', { id })
    return 2
  }
  const parent = typeof options.dir === 'string' ? path.resolve(run.cwd, options.dir) : run.library
  const folder = path.join(parent, id)
  try {
    await mkdir(parent, { recursive: true })
    await mkdir(folder)
    for (const [name, text] of Object.entries(newLessonFiles()))
      await writeFile(path.join(folder, name), text)
  } catch (error) {
    const reason = reasonOf(error)
    run.complain(reason === 'EEXIST' ? 'alreadyThere' : 'unwritablePath', {
      path: shownPath(run, folder),
      reason,
    })
    return 1
  }
  run.print(run.words('lessons.created', { path: shownPath(run, folder) }))
  return 0
}

async function writeSchemas(run: Run): Promise<ExitCode> {
  const folder = path.join(run.library, SCHEMA_FOLDER)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(lessonSchemas())) {
    await writeFile(path.join(folder, name), text)
    run.print(run.words('lessons.schemasWritten', { path: shownPath(run, path.join(folder, name)) }))
  }
  return 0
}
