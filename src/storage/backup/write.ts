import { canonicalText } from '#core/kernel/canonical.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { ProgressArchive, StoredAttempt } from '#core/progress/archive.ts'
import { mergeStep } from '#core/progress/merge.ts'
import type { StorageFault } from '#core/progress/repository.ts'
import { FORMAT, FORMAT_VERSION, sha256 } from './format.ts'

export interface BackupOptions {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number
  /** Attempts as far as the open page knows them: what the device has refused is in the file all the same. */
  readonly unsaved?: readonly StoredAttempt[]
}

/** Everything of a reader as one file. What cannot be read is a fault, unless there is something unsaved: that is written in any case. */
export async function writeBackup(
  archive: Pick<ProgressArchive, 'attemptIds' | 'readStored'>,
  { nowMs, unsaved = [] }: BackupOptions,
): Promise<Result<Blob, StorageFault>> {
  const ids = await archive.attemptIds()
  if (!ids.ok && unsaved.length === 0) return ids
  const lines = [canonicalText({ format: FORMAT, version: FORMAT_VERSION, savedAtMs: nowMs })]
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
  return ok(await sealed(lines))
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
