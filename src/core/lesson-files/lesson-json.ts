import * as v from 'valibot'
import { isLessonFile } from './file-names.ts'
import { Refused } from './refusal.ts'

/** How a lesson in one file calls itself. */
const FORMAT = 'proofline-lesson'

/** Counts up when an older program could misread what is written. */
export const LESSON_JSON_VERSION = 1

/** The end of the name of a lesson in one file. */
export const LESSON_JSON_ENDING = '.lesson.json'

/** The text files of a lesson, as its folder has them. */
export interface LessonTexts {
  /** The name of the lesson's folder. */
  readonly id: string
  /** By file name. */
  readonly files: Readonly<Record<string, string>>
}

const schema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(LESSON_JSON_VERSION),
  id: v.string(),
  files: v.record(v.pipe(v.string(), v.check(isLessonFile)), v.string()),
})
/** Of a lesson in one file only this is promised to every version. */
const anySchema = v.object({ format: v.literal(FORMAT), version: v.number() })

/** A lesson as one file: its text files as they are, so that it is read and checked like any other. */
export const writeLessonJson = ({ id, files }: LessonTexts): string =>
  `${JSON.stringify({ format: FORMAT, version: LESSON_JSON_VERSION, id, files }, null, 2)}\n`

/** Reads a lesson in one file: known keys only, into a copy. Throws `Refused`. */
export function readLessonJson(text: string, label: string): LessonTexts {
  const value = parsed(text.replace(/^\uFEFF/, ''), label)
  const any = v.safeParse(anySchema, value)
  if (!any.success) throw new Refused('foreign', label, 'JSON of something else')
  if (any.output.version > LESSON_JSON_VERSION)
    throw new Refused('newer', label, `version ${any.output.version}`)
  const known = v.safeParse(schema, value)
  if (known.success) return { id: known.output.id, files: known.output.files }
  const [issue] = known.issues
  throw new Refused('damaged', label, `${v.getDotPath(issue) ?? 'root'}: ${issue.message}`)
}

function parsed(text: string, label: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused(text.includes(FORMAT) ? 'damaged' : 'foreign', label, String(error))
  }
}
