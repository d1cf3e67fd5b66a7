import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attemptId } from '#tests/factories/progress.ts'
import { buildDatabase, storeForms, type DatabaseFixture } from '#tests/storage/database-fixture.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { DATABASE_VERSION, migrate, MIGRATIONS, type Migration } from './migrations.ts'

const CORPUS = new URL('../../../tests/corpus/databases/', import.meta.url)
const fixtures = readdirSync(CORPUS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8')) as DatabaseFixture) // frozen, written by us

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

  it('is read whole, its damaged records are set aside and counted', async () => {
    const { repository } = await opened()
    const listed = await repository.listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(fixture.expected.attempts)
    for (const [attempt, count] of Object.entries(fixture.expected.events)) {
      const read = await repository.readAttempt(attemptId(attempt))
      expect(read.ok && read.value.map(({ seq }) => seq)).toEqual(
        Array.from({ length: count }, (_, seq) => seq),
      )
    }
    const damaged = await repository.damagedRecords()
    expect(damaged.ok && damaged.value.length).toBe(fixture.expected.damaged)
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
