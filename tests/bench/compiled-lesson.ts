import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseLesson } from '#core/lesson-text/parse-lesson.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'

/** A lesson as the build compiles it; throws when it has errors. */
export function compiledLesson(folder: string): Lesson {
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
  const { value } = parseLesson({ id: path.basename(folder), files }, { authoring, interactions })
  if (value === null) throw new Error(`Expected a sound lesson in ${folder}`)
  return value
}
