import { err, ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { takeBatch } from '../batch.ts'
import { listedOutcomes } from '../outcomes.ts'
import { sortOutEvents } from '../records.ts'
import { deviceArchive } from './archive.ts'
import { connect, type Connection, type ConnectionOptions } from './connection.ts'
import { eventRecords, storedOutcomes, soundSummaries, tidyAttempt } from './set-aside.ts'
import { writeBatch } from './write-batch.ts'

export interface DeviceProgressOptions extends ConnectionOptions {
  /** Asks the browser not to throw the data away; called once, after the first save. */
  readonly persist: () => Promise<boolean>
}

/** Progress in the browser's database. */
export interface DeviceProgress extends ProgressRepository {
  readonly kind: 'device'
  /** What the browser answered when it was asked to keep the data; null before it has answered. */
  persisted(): boolean | null
  /** Lets the database go; whatever comes later is `unavailable`. */
  close(): void
}

/** Opens the device's progress; a fault when the browser gives no storage, is full, or holds data of a newer build. */
export async function openDeviceProgress(
  options: DeviceProgressOptions,
): Promise<Result<DeviceProgress, StorageFault>> {
  const connection = connect(options)
  const opened = await connection.open()
  return opened.ok ? ok(deviceProgress(connection, options)) : opened
}

const NEWER: StorageFault = { kind: 'newer', detail: 'a later version keeps its data here: read only' }

function deviceProgress(
  connection: Connection,
  { persist, isReadOnly = false }: DeviceProgressOptions,
): DeviceProgress {
  const promise = persistence(persist)
  const write = appender(connection)
  const refuse = async () => err(NEWER)
  const archive = deviceArchive(connection)
  return {
    kind: 'device',
    archive: isReadOnly ? { ...archive, check: refuse, merge: refuse, erase: refuse } : archive,
    async append(events, summary) {
      if (isReadOnly) return err(NEWER)
      const appended = await write(events, summary)
      if (appended.ok) promise.ask()
      return appended
    },
    async readAttempt(attempt) {
      const read = await connection.run(async (database) =>
        ok(sortOutEvents(await eventRecords(database, attempt))),
      )
      if (!read.ok) return read
      // What is damaged must not stand where the next answer goes. A device that refuses this will refuse the answer, and be told of.
      if (read.value.damaged.length > 0 && !isReadOnly)
        await connection.run(async (database) => ok(await tidyAttempt(database, attempt)))
      return ok(read.value.sound)
    },
    listAttempts: () => connection.run(async (database) => ok(await soundSummaries(database))),
    listOutcomes: () =>
      connection.run(async (database) =>
        ok(listedOutcomes(await soundSummaries(database), await storedOutcomes(database))),
      ),
    async openShelf() {
      const { deviceShelf } = await import('./shelf.ts') // few have lessons from files
      return deviceShelf(connection, { refusal: isReadOnly ? NEWER : null, onKept: () => promise.ask() })
    },
    persisted: () => promise.answer(),
    close: () => connection.close(),
  }
}

/** Appends batches and remembers those whose end nobody saw, so that the same batch may come again without a false conflict. */
function appender(connection: Connection): ProgressRepository['append'] {
  const inDoubt = new Set<string>()
  const keyOf = ({ attempt, seq }: ProgressEvent): string => `${attempt} ${seq}`
  return async (events, summary) => {
    const taken = takeBatch(events, summary)
    if (!taken.ok) return taken
    const keys = taken.value.events.map(keyOf)
    const written = await connection.run((database, isReplay) =>
      writeBatch(database, taken.value, { mayBeStored: isReplay || keys.every((key) => inDoubt.has(key)) }),
    )
    const isDoubtful = !written.ok && written.error.kind === 'failed'
    for (const key of keys) {
      if (isDoubtful) inDoubt.add(key)
      else if (written.ok) inDoubt.delete(key)
    }
    return written
  }
}

/** Asks for persistence once and keeps the answer; saving does not wait for it, because a browser may ask the user. */
function persistence(persist: () => Promise<boolean>): { ask(): void; answer(): boolean | null } {
  let isAsked = false
  let answer: boolean | null = null
  const ask = async (): Promise<void> => {
    if (isAsked) return
    isAsked = true
    try {
      answer = await persist()
    } catch {
      answer = false // a browser that cannot be asked has promised nothing
    }
  }
  return { ask: () => void ask(), answer: () => answer }
}
