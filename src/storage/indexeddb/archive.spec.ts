import { NO_LESSONS } from '../shelf-merge.ts'
import { describe, expect, it } from 'vitest'
import type { StoredAttempt } from '#core/progress/archive.ts'
import { aBatch, anEvent, attemptId, questionId, someEvents } from '#tests/factories/progress.ts'
import { plant, recordsIn } from '#tests/storage/device-records.ts'
import { FaultyDevice, type FaultMode } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import type { DeviceProgress } from './progress.ts'

const stored = (attempt: string, count: number): StoredAttempt => {
  const [events, summary] = aBatch(attempt, 0, count)
  return { events, summary }
}

/** "a" goes on where the device has it, "b" is new, "c" has gone another way. */
const elsewhere = { kind: 'retried', question: questionId('q2') } as const
const backup: readonly StoredAttempt[] = [
  stored('a', 5),
  stored('b', 2),
  {
    ...stored('c', 2),
    events: [
      anEvent({ attempt: attemptId('c') }),
      anEvent({ attempt: attemptId('c'), seq: 1, happening: elsewhere }),
    ],
  },
]

/** A device with three attempts, "c" of them with a record that cannot be used. */
async function aDevice() {
  const device = new FaultyDevice()
  const repository = await openDevice(device)
  await repository.append(...aBatch('a', 0, 3))
  await repository.append(...aBatch('c', 0, 2))
  await repository.append(...aBatch('d', 0, 1))
  await plant(device, 'events', { ...anEvent({ attempt: attemptId('c'), seq: 2 }), atMs: 'never' })
  return { device, repository }
}

const USE_CASES: readonly (readonly [
  name: string,
  run: (repository: DeviceProgress) => Promise<{ ok: boolean }>,
])[] = [
  ['bringing a backup back', ({ archive }) => archive.merge(backup)],
  ['a look through everything', ({ archive }) => archive.check()],
  ['reading an attempt with a damaged record', (repository) => repository.readAttempt(attemptId('c'))],
  ['throwing everything away', ({ archive }) => archive.erase()],
]
const MODES: readonly FaultMode[] = ['throws', 'rejects', 'aborts']

/** Events with those that were set aside: moving one from here to there loses nothing. */
const eventsOf = ({ events, 'set-aside': aside }: Awaited<ReturnType<typeof recordsIn>>): string[] =>
  [...events, ...aside.map((entry) => (entry as { record: unknown }).record)] // our own form
    .map((record) => JSON.stringify(record))
    .sort()

describe.each(USE_CASES)('%s, when its n-th operation fails', (_, run) => {
  async function states() {
    const { device, repository } = await aDevice()
    const before = eventsOf(await recordsIn(device))
    device.plan(null)
    expect((await run(repository)).ok).toBe(true)
    const { operations } = device
    const after = eventsOf(await recordsIn(device))
    return { before, after, operations }
  }

  it.each(MODES)('leaves the state before or the state after, never one between (%s, full)', async (mode) => {
    const { before, after, operations } = await states()
    expect(operations).toBeGreaterThan(2)
    for (let at = 1; at <= operations; at++) {
      const { device, repository } = await aDevice()
      device.plan({ at, mode, name: 'QuotaExceededError', isLasting: true })
      const done = await run(repository)
      device.plan(null)
      const found = eventsOf(await recordsIn(device))
      if (!done.ok) expect(found, `${mode} at ${at}`).toEqual(before)
      else expect([before, after], `${mode} at ${at}`).toContainEqual(found)
    }
  })

  it.each(MODES)('is replayed when the fault was the connection (%s)', async (mode) => {
    const { after, operations } = await states()
    for (let at = 1; at <= operations; at++) {
      const { device, repository } = await aDevice()
      device.plan({ at, mode, name: 'UnknownError' })
      expect((await run(repository)).ok, `${mode} at ${at}`).toBe(true)
      device.plan(null)
      expect(eventsOf(await recordsIn(device)), `${mode} at ${at}`).toEqual(after)
    }
  })

  it('goes through although the page was told otherwise, without doubles', async () => {
    const { after, operations } = await states()
    for (let at = 1; at <= operations; at++) {
      const { device, repository } = await aDevice()
      device.plan({ at, mode: 'unseen', name: 'AbortError' })
      expect((await run(repository)).ok).toBe(true)
      device.plan(null)
      expect(eventsOf(await recordsIn(device)), `unseen at ${at}`).toEqual(after)
    }
  })
})

describe('bringing a backup back', () => {
  it('adds, extends, knows, and keeps both where they part', async () => {
    const { repository } = await aDevice()
    expect(await repository.archive.merge([...backup, stored('d', 1)])).toEqual({
      ok: true,
      value: { added: 1, extended: 1, known: 1, forked: 1, lessons: NO_LESSONS },
    })
    expect(await repository.readAttempt(attemptId('a'))).toEqual({ ok: true, value: someEvents('a', 0, 5) })
    expect(await repository.readAttempt(attemptId('c'))).toEqual({ ok: true, value: someEvents('c', 0, 2) })
    const listed = await repository.listAttempts()
    const fork = listed.ok ? listed.value.find(({ attempt }) => attempt.startsWith('c~')) : undefined
    expect(fork).toMatchObject({ nextSeq: 2 })
  })

  it('changes nothing the second time', async () => {
    const { device, repository } = await aDevice()
    await repository.archive.merge(backup)
    const once = await recordsIn(device)
    expect(await repository.archive.merge(backup)).toEqual({
      ok: true,
      value: { added: 0, extended: 0, known: 3, forked: 0, lessons: NO_LESSONS },
    })
    expect(await recordsIn(device)).toEqual(once)
  })

  it('takes nothing back from an attempt that has gone on here', async () => {
    const { repository } = await aDevice()
    await repository.archive.merge([stored('a', 2)])
    expect(await repository.readAttempt(attemptId('a'))).toEqual({ ok: true, value: someEvents('a', 0, 3) })
  })

  it('asks for strict durability', async () => {
    const { device, repository } = await aDevice()
    const known = device.transactions.length
    await repository.archive.merge([stored('b', 1)])
    const writing = device.transactions.slice(known).filter(({ mode }) => mode === 'readwrite')
    expect(writing).toEqual([{ mode: 'readwrite', durability: 'strict' }])
  })
})

describe('throwing everything away', () => {
  it('leaves nothing, and begins anew with the next answer', async () => {
    const { device, repository } = await aDevice()
    expect(await repository.archive.erase()).toEqual({ ok: true, value: undefined })
    expect(await device.factory.databases()).toEqual([])
    expect((await repository.append(...aBatch('a', 0, 1))).ok).toBe(true)
  })
})
