import { hasErrors, type Diagnostic, type DocPath, type Fault } from '#core/kernel/diagnostic.ts'
import { LEVELS, type GlossaryEntry, type Level } from '#core/lesson/model.ts'
import { FORMAT_VERSION, lessonSchema, type AuthoredLesson } from './lesson-schema.ts'
import { FILE_START, placed, type Locate } from './position.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'
import { checkSchema, isKeyFault, soundFields } from './schema-faults.ts'

export const LESSON_FILE = 'lesson.yaml'

/** What could be read of lesson.yaml. */
export interface LessonFile {
  /** Only fields that are right. */
  readonly fields: Partial<AuthoredLesson>
  readonly diagnostics: readonly Diagnostic[]
  readonly locate: Locate
  /** The file is of a later format, so that nothing in it can be judged. */
  readonly isFromLater: boolean
}

/** Reads lesson.yaml field by field: a fault in one takes nothing from the others. */
export function readLessonFile(text: string): LessonFile {
  const yaml = readYaml(text, LESSON_FILE)
  const { data, diagnostics, locate } = yaml
  const result = (
    fields: Partial<AuthoredLesson>,
    found: readonly Diagnostic[],
    isFromLater = false,
  ): LessonFile => ({
    fields,
    diagnostics: [...diagnostics, ...found],
    locate,
    isFromLater,
  })
  if (data === undefined || data === null) return result({}, emptyFile(yaml, LESSON_FILE))
  if (typeof data !== 'object' || Array.isArray(data))
    return result({}, [wrongRoot(LESSON_FILE, data, 'mapping')])
  const format = 'format' in data ? data.format : undefined
  if (typeof format === 'number' && format > FORMAT_VERSION) {
    const later: Fault = {
      code: 'unsupported-format',
      severity: 'error',
      path: ['format'],
      params: { found: format, known: FORMAT_VERSION },
    }
    return result({}, placeFaults([later], LESSON_FILE, yaml), true)
  }
  const { value, faults } = checkSchema(lessonSchema, data)
  const fields = value ?? soundFields(lessonSchema, data)
  return result(fields, placeFaults([...faults, ...levelFaults(fields)], LESSON_FILE, yaml))
}

/** A file without data: empty, unless a fault of syntax has said why. */
export const emptyFile = (yaml: YamlFile, file: string): Diagnostic[] =>
  hasErrors(yaml.diagnostics) ? [] : [placed(file, FILE_START, { code: 'empty-file', params: { file } })]

/** A file that is not the kind of thing it must be. */
export const wrongRoot = (file: string, data: unknown, wanted: 'list' | 'mapping'): Diagnostic =>
  placed(file, FILE_START, {
    code: 'wrong-type',
    params: {
      field: file,
      variant: wanted,
      found: Array.isArray(data) ? 'list' : typeof data === 'object' ? 'mapping' : 'text',
      value: '',
    },
  })

/** Faults as diagnostics: at the value, or at the key where the key is the fault. */
export const placeFaults = (
  faults: readonly Fault[],
  file: string,
  place: Pick<YamlFile, 'locate' | 'locateKey'>,
  base: DocPath = [],
): Diagnostic[] =>
  faults.map((fault) => {
    const path = [...base, ...fault.path]
    return placed(file, isKeyFault(fault) ? place.locateKey(path) : place.locate(path), fault)
  })

function levelFaults(fields: Partial<AuthoredLesson>): Fault[] {
  const levels = fields.levels ?? []
  const faults = levels.flatMap((level, index): Fault[] => {
    const path = ['levels', index]
    if (levels.indexOf(level) < index)
      return [{ code: 'duplicate-level', severity: 'error', path, params: { level } }]
    const before = levels[index - 1]
    if (before === undefined || LEVELS.indexOf(before) < LEVELS.indexOf(level)) return []
    return [{ code: 'levels-not-in-order', severity: 'error', path, params: { level, before } }]
  })
  const { defaultLevel } = fields
  if (defaultLevel === undefined || levels.length === 0 || levels.includes(defaultLevel)) return faults
  const params = { field: 'defaultLevel', value: defaultLevel, allowed: levels.join(', ') }
  return [...faults, { code: 'bad-value', severity: 'error', path: ['defaultLevel'], params }]
}

/** The levels of a lesson, easiest first; while lesson.yaml does not say them, those that have an article. */
export function levelsOf(fields: Partial<AuthoredLesson>, files: readonly string[]): readonly Level[] {
  const named = fields.levels ?? []
  return LEVELS.filter((level) =>
    named.length > 0 ? named.includes(level) : files.includes(articleFile(level)),
  )
}

/** The file of the article at a level. */
export const articleFile = (level: Level): string => `article.${level}.md`

/** The file of another report of the event. */
export const reportFile = (report: string, level: Level): string => `report.${report}.${level}.md`

/** The glossary that lesson.yaml has, as far as it could be read; empty where there is none. */
export const glossaryOf = (fields: Partial<AuthoredLesson>): GlossaryEntry[] =>
  (fields.glossary ?? []).map(({ term, meaning, forms }) => ({ term, meaning, forms: forms ?? [] }))

/** The level that a first visitor sees where the lesson names none: the middle one, of two in the middle the easier. */
export const middleLevel = (levels: readonly Level[]): Level =>
  levels[Math.floor((levels.length - 1) / 2)] ?? 'b1'
