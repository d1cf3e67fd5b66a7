import { canonicalText } from '#core/kernel/canonical.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { BackupLesson } from '#core/lesson-files/kept-lesson.ts'
import { textOf } from '#core/lesson-files/long-text.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import {
  MAX_BACKUP_BYTES,
  type BackupFault,
  type ProgressArchive,
  type StoredAttempt,
} from '#core/progress/archive.ts'
import { mergeStep } from '#core/progress/merge.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { FORMAT, FORMAT_VERSION, sha256, VERSION_WITHOUT_LESSONS } from './format.ts'

export interface BackupOptions {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number
  /** Attempts as far as the open page knows them: what the device has refused is in the file all the same. */
  readonly unsaved?: readonly StoredAttempt[]
  /** The lessons from files that go with it. */
  readonly shelf?: Pick<LessonShelf, 'list' | 'read'> | undefined
  /** Of the file at most. */
  readonly maxBytes?: number
}

/** Everything of a reader as one file. What cannot be read is a fault, unless there is something unsaved: that is written in any case. */
export async function writeBackup(
  archive: Pick<ProgressArchive, 'attemptIds' | 'readStored'>,
  { nowMs, unsaved = [], shelf, maxBytes = MAX_BACKUP_BYTES }: BackupOptions,
): Promise<Result<Blob, BackupFault>> {
  const ids = await archive.attemptIds()
  if (!ids.ok && unsaved.length === 0) return ids
  const shelved = shelf === undefined ? ok([]) : await lessonLines(shelf)
  if (!shelved.ok && unsaved.length === 0) return shelved
  const lessons = shelved.ok ? shelved.value : []
  const version = lessons.length > 0 ? FORMAT_VERSION : VERSION_WITHOUT_LESSONS
  const lines = [canonicalText({ format: FORMAT, version, savedAtMs: nowMs }), ...lessons]
  const waiting = new Map(unsaved.map((attempt) => [attempt.events[0]?.attempt, attempt]))
  for (const id of ids.ok ? ids.value : []) {
    const read = await archive.readStored(id)
    if (!read.ok && unsaved.length === 0) return read
    if (!read.ok) continue
    const known = waiting.get(id)
    waiting.delete(id)
    for (const attempt of known === undefined ? [read.value] : joined(read.value, known))
      if (attempt.events.length > 0) lines.push(canonicalText(attempt))
  }
  for (const attempt of waiting.values()) lines.push(canonicalText(attempt))
  const file = await sealed(lines)
  return file.size <= maxBytes ? ok(file) : err({ kind: 'too-large', detail: `${file.size} bytes` })
}

/** A lesson is its text: what a device has made of it is made anew where it is brought back. */
async function lessonLines(
  shelf: Pick<LessonShelf, 'list' | 'read'>,
): Promise<Result<readonly string[], StorageFault>> {
  const listed = await shelf.list()
  if (!listed.ok) return listed
  const lines: string[] = []
  for (const { id, summary } of listed.value) {
    const read = await shelf.read(id)
    if (!read.ok) return read
    if (read.value === null) continue
    const { source, editions } = read.value
    const lesson: BackupLesson = {
      id,
      source: await textOf(source),
      editions,
      ...(summary.changed && { changed: summary.changed }),
    }
    lines.push(canonicalText({ lesson }))
  }
  return ok(lines)
}

/** What is stored and what the page knows of the same attempt, as a merge would have it. */
function joined(here: StoredAttempt, page: StoredAttempt): readonly StoredAttempt[] {
  const step = mergeStep(here.events, page)
  if (step.kind === 'known') return [here]
  if (step.kind === 'fork') return [here, step.attempt]
  return [page]
}

/** The foot's checksum is that of the lines' checksums, so that neither side needs the whole file in one piece. */
async function sealed(lines: readonly string[]): Promise<Blob> {
  const digests: string[] = []
  for (const line of lines) digests.push(await sha256(line))
  const foot = canonicalText({ checksum: await sha256(digests.join('\n')), lines: lines.length })
  return new Blob(
    [...lines, foot].map((line) => `${line}\n`),
    { type: 'application/json' },
  )
}
