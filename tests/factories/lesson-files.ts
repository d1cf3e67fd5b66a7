import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseLesson, type LessonSource, type ParsedLesson } from '#core/lesson-text/parse-lesson.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'

/** The frozen lessons of the tests. */
export const LESSON_CORPUS = path.resolve(import.meta.dirname, '../corpus/lessons')

/** The real question types, both doors. */
export const registries = { interactions, authoring }

/** The files of a frozen lesson by name. */
export function corpusFiles(folder: string): Record<string, string> {
  const dir = path.join(LESSON_CORPUS, folder)
  return Object.fromEntries(
    readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), 'utf8')]),
  )
}

/** A sound lesson of two levels and four questions, each of its files overridable; null takes a file away. */
export function lessonSource(changes: Readonly<Record<string, string | null>> = {}): LessonSource {
  const entries = Object.entries({ ...corpusFiles('good/two-levels'), ...changes })
  return {
    id: 'two-levels',
    files: Object.fromEntries(entries.flatMap(([name, text]) => (text === null ? [] : [[name, text]]))),
  }
}

/** A sound lesson, parsed after `edit` has changed the text of one of its files. */
export function parseEdited(name: string, edit: (text: string) => string): ParsedLesson {
  return parseLesson(lessonSource({ [name]: edit(corpusFiles('good/two-levels')[name] ?? '') }), registries)
}
