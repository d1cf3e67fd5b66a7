import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LessonId } from '#core/kernel/ids.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import { attemptId } from '#tests/factories/progress.ts'
import { recordsIn } from '#tests/storage/device-records.ts'
import { buildDatabase, storeForms, type DatabaseFixture } from '#tests/storage/database-fixture.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { DATABASE_VERSION, migrate, MIGRATIONS, type Migration } from './migrations.ts'

const CORPUS = new URL('../../../tests/corpus/databases/', import.meta.url)
const fixtures = readdirSync(CORPUS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8')) as DatabaseFixture) // frozen, written by us

async function recordsOf(database: IDBDatabase, store: string): Promise<unknown[]> {
  const all = database.transaction(store).objectStore(store).getAll()
  await new Promise((resolve) => all.addEventListener('success', resolve))
  return all.result
}

const aStep = (to: number, done: number[]): Migration => ({ to, run: () => done.push(to) })

describe('migrations', () => {
  it('count from 1 without a hole', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('have a frozen database of every version', () => {
    expect(fixtures.map(({ version }) => version).sort((one, other) => one - other)).toEqual(
      MIGRATIONS.map(({ to }) => to),
    )
  })

  it.each([
    [0, [1, 2, 3]],
    [1, [2, 3]],
    [3, []],
  ])('run from version %i only the steps above it, in order', (from, expected) => {
    const done: number[] = []
    migrate({} as IDBDatabase, {} as IDBTransaction, from, [aStep(1, done), aStep(2, done), aStep(3, done)]) // untouched
    expect(done).toEqual(expected)
  })
})

describe.each(fixtures)('a database of version $version', (fixture) => {
  async function opened() {
    const device = new FaultyDevice()
    await buildDatabase(device.factory, fixture)
    return { device, repository: await openDevice(device) }
  }

  it('is read whole, its damaged records left out', async () => {
    const { repository } = await opened()
    const listed = await repository.listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(fixture.expected.attempts)
    for (const [attempt, count] of Object.entries(fixture.expected.events)) {
      const read = await repository.readAttempt(attemptId(attempt))
      expect(read.ok && read.value.map(({ seq }) => seq)).toEqual(
        Array.from({ length: count }, (_, seq) => seq),
      )
    }
  })

  it('has its lessons from files, a card without its form left out, and each lesson whole', async () => {
    const { repository } = await opened()
    const shelf = await repository.openShelf()
    const listed = await shelf.list()
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(fixture.expected.lessons ?? [])
    for (const id of fixture.expected.lessons ?? [])
      expect(await shelf.read(id as LessonId)).toMatchObject({ ok: true, value: { id } })
  })

  it('has its damaged records set aside once, and counted', async () => {
    const { repository } = await opened()
    const { damaged, setAside } = fixture.expected
    expect(await repository.archive.check()).toMatchObject({
      ok: true,
      value: { setAside: damaged, setAsideBefore: setAside },
    })
    expect(await repository.archive.check()).toMatchObject({
      ok: true,
      value: { setAside: 0, setAsideBefore: damaged + setAside },
    })
  })

  it('is flushed to the disk when it was upgraded', async () => {
    const { device } = await opened()
    const strict = device.transactions.filter(({ durability }) => durability === 'strict')
    expect(strict).toHaveLength(fixture.version < DATABASE_VERSION ? 1 : 0)
  })

  it('stays as it was when its upgrade is cut short, and is upgraded the next time', async () => {
    const device = new FaultyDevice()
    await buildDatabase(device.factory, fixture)
    if (fixture.version === DATABASE_VERSION) return // nothing to cut
    const open = device.factory.open.bind(device.factory)
    device.factory.open = (name, version) => {
      const request = open(name, version)
      // As a killed browser leaves it: the transaction of the upgrade is never committed.
      request.addEventListener('upgradeneeded', () => queueMicrotask(() => request.transaction?.abort()))
      return request
    }
    await expect(openDevice(device)).rejects.toThrow('AbortError')
    device.factory.open = open
    const left = open(fixture.name)
    await new Promise((resolve) => left.addEventListener('success', resolve))
    expect(left.result.version).toBe(fixture.version)
    expect(storeForms(left.result)).toEqual(fixture.stores.map(({ records: _, ...form }) => form))
    for (const { name, records } of fixture.stores)
      expect(await recordsOf(left.result, name)).toEqual(records)
    left.result.close()
    const listed = await (await openDevice(device)).listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(fixture.expected.attempts)
  })

  it('gets the stores that a new database has', async () => {
    const { device } = await opened()
    const fresh = new FaultyDevice()
    await openDevice(fresh)
    expect(device.connection.version).toBe(DATABASE_VERSION)
    expect(storeForms(device.connection)).toEqual(storeForms(fresh.connection))
  })

  it('has loaded into the stores that it names', async () => {
    const device = new FaultyDevice()
    await buildDatabase(device.factory, fixture)
    const request = device.factory.open(fixture.name, fixture.version)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(storeForms(request.result)).toEqual(fixture.stores.map(({ records: _, ...form }) => form))
  })
})

describe('the step to version 3', () => {
  it('takes outcomes out of the list of attempts and loses none', async () => {
    const before = fixtures.find(({ version }) => version === 2)
    const listed = before?.stores.find(({ name }) => name === 'attempts')?.records ?? []
    const sound = listed.filter((record) => {
      const { outcomes } = record as AttemptRecord // any record may have none
      return outcomes?.every((outcome) => typeof outcome.share === 'number')
    })
    expect(sound).not.toEqual([])
    const device = new FaultyDevice()
    if (before !== undefined) await buildDatabase(device.factory, before)
    await openDevice(device)
    const after = await recordsIn(device)
    expect(after.outcomes).toEqual(
      sound.map((record) => {
        const { attempt, outcomes } = record as AttemptRecord // chosen for having both
        return { attempt, outcomes }
      }),
    )
    expect(after.attempts).toHaveLength(listed.length)
    const left = after.attempts.filter((record) => Object.hasOwn(record as object, 'outcomes'))
    expect(left.map((record) => (record as AttemptRecord).attempt)).toEqual(
      listed
        .filter((record) => Object.hasOwn(record as object, 'outcomes') && !sound.includes(record))
        .map((record) => (record as AttemptRecord).attempt),
    )
  })
})
