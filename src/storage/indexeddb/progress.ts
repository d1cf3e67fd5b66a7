import type { AttemptId } from '#core/kernel/ids.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { ProgressEvent } from '#core/progress/events.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { takeBatch } from '../batch.ts'
import { listedOutcomes } from '../outcomes.ts'
import { sortOutEvents, sortOutSummaries, type DamagedRecord } from '../records.ts'
import { connect, type Connection, type ConnectionOptions } from './connection.ts'
import type { ProoflineDatabase } from './schema.ts'
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
  /** Records that reading leaves out, with the reason; of one attempt or of all. A check, so it reads everything anew. */
  damagedRecords(attempt?: AttemptId): Promise<Result<readonly DamagedRecord[], StorageFault>>
  /** Attempts with events and without a sound summary, to be rebuilt: append no events and the new summary. */
  attemptsWithoutSummary(): Promise<Result<readonly AttemptId[], StorageFault>>
  /** Lets the database go; whatever comes later is `unavailable`. */
  close(): void
}

/** Opens the device's progress; a fault when the browser gives no storage, is full, or holds data of a newer build. */
export async function openDeviceProgress(
  options: DeviceProgressOptions,
): Promise<Result<DeviceProgress, StorageFault>> {
  const connection = connect(options)
  const opened = await connection.open()
  return opened.ok ? ok(deviceProgress(connection, options.persist)) : opened
}

function deviceProgress(connection: Connection, persist: () => Promise<boolean>): DeviceProgress {
  const promise = persistence(persist)
  const append = appender(connection)
  return {
    kind: 'device',
    async append(events, summary) {
      const appended = await append(events, summary)
      if (appended.ok) promise.ask()
      return appended
    },
    readAttempt: (attempt) =>
      connection.run(async (database) => ok(sortOutEvents(await eventRecords(database, attempt)).sound)),
    listAttempts: () =>
      connection.run(async (database) => ok(sortOutSummaries(await database.getAll('attempts')).sound)),
    listOutcomes: () =>
      connection.run(async (database) =>
        ok(listedOutcomes(sortOutSummaries(await database.getAll('attempts')).sound)),
      ),
    persisted: () => promise.answer(),
    damagedRecords: (attempt) =>
      connection.run(async (database) => ok(await damagedRecords(database, attempt))),
    attemptsWithoutSummary: () =>
      connection.run(async (database) => ok(await attemptsWithoutSummary(database))),
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

/** As a key, an array sorts after every number and after whatever else may stand in its place; the schema knows only numbers. */
const AFTER_ALL = [] as unknown as number

/** All records of one attempt in order. */
const eventRecords = (database: ProoflineDatabase, attempt: AttemptId): Promise<readonly unknown[]> =>
  database.getAll('events', IDBKeyRange.bound([attempt], [attempt, AFTER_ALL]))

async function damagedRecords(
  database: ProoflineDatabase,
  only?: AttemptId,
): Promise<readonly DamagedRecord[]> {
  const attempts = only === undefined ? await attemptsWithEvents(database) : [only]
  const damaged: DamagedRecord[] = []
  for (const attempt of attempts)
    damaged.push(...sortOutEvents(await eventRecords(database, attempt)).damaged)
  const summaries = sortOutSummaries(await database.getAll('attempts', only)).damaged
  return [...damaged, ...summaries]
}

async function attemptsWithoutSummary(database: ProoflineDatabase): Promise<readonly AttemptId[]> {
  const summaries = sortOutSummaries(await database.getAll('attempts')).sound
  const known = new Set(summaries.map(({ attempt }) => attempt))
  return (await attemptsWithEvents(database)).filter((attempt) => !known.has(attempt))
}

/** Goes from attempt to attempt without reading the events between. */
async function attemptsWithEvents(database: ProoflineDatabase): Promise<readonly AttemptId[]> {
  const attempts = new Set<AttemptId>()
  let cursor = await database.transaction('events').store.openKeyCursor()
  while (cursor !== null) {
    const [attempt] = cursor.key
    if (typeof attempt === 'string') attempts.add(attempt)
    cursor = await cursor.continue([attempt, AFTER_ALL])
  }
  return [...attempts]
}
