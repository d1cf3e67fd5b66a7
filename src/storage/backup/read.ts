import * as v from 'valibot'
import { canonicalText } from '#core/kernel/canonical.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { OWN_PREFIX } from '#core/lesson-files/is-own-lesson.ts'
import type { BackupLesson } from '#core/lesson-files/kept-lesson.ts'
import { longText } from '#core/lesson-files/long-text.ts'
import { MAX_EDITIONS } from '#core/lesson-files/shelf.ts'
import {
  MAX_BACKUP_BYTES,
  type Backup,
  type BackupRefusal,
  type StoredAttempt,
} from '#core/progress/archive.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import { errorDetail } from '../fault.ts'
import { plainCopy } from '../plain.ts'
import { batchFault, sortOutEvents, summaryFault } from '../records.ts'
import { changedSchema, editionSchema } from '../shelf-records.ts'
import { FORMAT, FORMAT_VERSION, MAX_LINE_LENGTH, sha256 } from './format.ts'

const headSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  savedAtMs: v.pipe(v.number(), v.finite()),
})
/** Of a head only this is promised to every version. */
const anyHeadSchema = v.object({ format: v.literal(FORMAT), version: v.number() })
const footSchema = v.strictObject({ checksum: v.string(), lines: v.number() })
const lessonSchema = v.strictObject({
  lesson: v.strictObject({
    id: v.custom<LessonId>((id) => typeof id === 'string' && id.startsWith(OWN_PREFIX)),
    source: v.string(),
    editions: v.pipe(
      v.array(v.strictObject(editionSchema.entries)),
      v.minLength(1),
      v.maxLength(MAX_EDITIONS),
    ),
    changed: v.exactOptional(changedSchema),
  }),
})
const attemptSchema = v.strictObject({ events: v.array(v.unknown()), summary: v.unknown() })

/** Ends the reading with a reason. */
class Refused extends Error {
  readonly refusal: BackupRefusal
  constructor(kind: BackupRefusal['kind'], detail: string) {
    super(detail)
    this.refusal = { kind, detail }
  }
}

/** Reads a file to its end before anything of it is believed. */
export async function readBackup(file: Blob): Promise<Result<Backup, BackupRefusal>> {
  try {
    if (file.size > MAX_BACKUP_BYTES) throw new Refused('too-large', `${file.size} bytes`)
    return ok(await readLines(file))
  } catch (error) {
    return err(error instanceof Refused ? error.refusal : { kind: 'unreadable', detail: errorDetail(error) })
  }
}

async function readLines(file: Blob): Promise<Backup> {
  const attempts: StoredAttempt[] = []
  const lessons: BackupLesson[] = []
  const digests: string[] = []
  let savedAtMs: number | null = null
  let foot: v.InferOutput<typeof footSchema> | null = null
  for await (const line of linesOf(file, () => savedAtMs === null)) {
    if (foot !== null) throw new Refused('damaged', 'something stands after the end')
    const value = parsed(line, savedAtMs === null ? 'foreign' : 'damaged')
    // The checksum is of what the line says, in the one way of saying it: digests of different lines cannot be the same.
    if (savedAtMs === null) savedAtMs = headOf(value)
    else if (v.is(footSchema, value)) {
      foot = value
      continue
    } else if (isLessonLine(value)) lessons.push(lessonOf(value))
    else attempts.push(attemptOf(value))
    digests.push(await sha256(canonicalText(value)))
  }
  if (savedAtMs === null) throw new Refused('foreign', 'an empty file')
  if (foot === null) throw new Refused('cut', `no end after ${digests.length} lines`)
  if (foot.lines !== digests.length) throw new Refused('damaged', `${digests.length} of ${foot.lines} lines`)
  if (foot.checksum !== (await sha256(digests.join('\n')))) throw new Refused('damaged', 'checksum')
  if (new Set(lessons.map(({ id }) => id)).size < lessons.length)
    throw new Refused('damaged', 'a lesson that is there twice')
  return { savedAtMs, attempts, lessons }
}

/** Lines as the file gives them, with a rest for the page in between; a last one without its end was cut. */
async function* linesOf(file: Blob, isBeforeHead: () => boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = file.stream().getReader()
  let rest = ''
  for (let isDone = false; !isDone;) {
    const read = await reader.read()
    isDone = read.done
    // A long line comes in many pieces: each is looked through once.
    const [first = '', ...others] = decoded(decoder, read.value, isDone, isBeforeHead()).split('\n')
    rest += first
    for (const next of others) {
      yield rest
      rest = next
    }
    if (rest.length > MAX_LINE_LENGTH)
      throw new Refused(isBeforeHead() ? 'foreign' : 'damaged', 'a long line')
  }
  if (rest !== '') throw new Refused(isBeforeHead() ? 'foreign' : 'cut', 'the last line has no end')
}

function decoded(
  decoder: TextDecoder,
  bytes: Uint8Array | undefined,
  isLast: boolean,
  isBeforeHead: boolean,
): string {
  try {
    return decoder.decode(bytes, { stream: !isLast })
  } catch {
    // A file that ends in the middle of a character was cut there.
    throw new Refused(isBeforeHead ? 'foreign' : isLast ? 'cut' : 'damaged', 'bytes that are no text')
  }
}

function parsed(line: string, otherwise: BackupRefusal['kind']): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Refused(otherwise, errorDetail(error))
  }
}

function headOf(value: unknown): number {
  const any = v.safeParse(anyHeadSchema, value)
  if (!any.success) throw new Refused('foreign', 'no head')
  if (any.output.version > FORMAT_VERSION) throw new Refused('newer', `version ${any.output.version}`)
  const head = v.safeParse(headSchema, value)
  if (!head.success) throw new Refused('damaged', 'head')
  return head.output.savedAtMs
}

const isLessonLine = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'lesson')

/** A copy of known fields, or a refusal. Its text is believed only after it was read like any other lesson from a file. */
function lessonOf(value: unknown): BackupLesson {
  const line = v.safeParse(lessonSchema, value)
  if (!line.success) throw new Refused('damaged', 'a line that is no lesson')
  const { source, ...facts } = line.output.lesson
  return { ...facts, source: longText(source) }
}

/** A copy that has the form of what we store, or a refusal: a file may say anything. */
function attemptOf(value: unknown): StoredAttempt {
  const line = v.safeParse(attemptSchema, value)
  if (!line.success) throw new Refused('damaged', 'a line that is no attempt')
  const { sound, damaged } = sortOutEvents(line.output.events)
  const [fault] = damaged
  if (fault !== undefined || sound.length === 0)
    throw new Refused('damaged', `${fault?.attempt} ${fault?.seq}: ${fault?.detail ?? 'no events'}`)
  return { events: plainCopy(sound), summary: summaryOf(line.output.summary, sound) }
}

function summaryOf(value: unknown, events: readonly ProgressEvent[]): AttemptRecord | null {
  if (value === null) return null
  const formFault = summaryFault(value)
  const summary = plainCopy(value as AttemptRecord) // used only when there is no fault
  const fault = formFault ?? batchFault(events, summary)
  if (fault !== null) throw new Refused('damaged', fault)
  return summary
}
