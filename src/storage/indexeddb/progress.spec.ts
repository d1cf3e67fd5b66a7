import { describe, expect, it, vi } from 'vitest'
import { aBatch, anEvent, aSummary, attemptId, questionId, someEvents } from '#tests/factories/progress.ts'
import { FaultyDevice, type FaultMode } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { MAX_TRIES } from './connection.ts'
import type { DeviceProgress } from './progress.ts'

const A = attemptId('a')
/** The transaction, the look at the predecessor, three events, the summary, the commit. */
const OPERATIONS_OF_A_BATCH = 7
const everyOperation = Array.from({ length: OPERATIONS_OF_A_BATCH }, (_, index) => index + 1)
const COMMIT = OPERATIONS_OF_A_BATCH

/** A device that knows two events. */
async function begun(overrides: Parameters<typeof openDevice>[1] = {}) {
  const device = new FaultyDevice()
  const repository = await openDevice(device, overrides)
  await repository.append(...aBatch('a', 0, 2))
  return { device, repository }
}

async function stateOf(repository: DeviceProgress) {
  const [events, attempts] = await Promise.all([repository.readAttempt(A), repository.listAttempts()])
  if (!events.ok || !attempts.ok) throw new Error('Expected a readable device')
  return { events: events.value, nextSeq: attempts.value[0]?.nextSeq }
}

const before = { events: someEvents('a', 0, 2), nextSeq: 2 }
const after = { events: someEvents('a', 0, 5), nextSeq: 5 }

/** Puts records past the repository, as a fault of the disk would leave them. */
async function plant(device: FaultyDevice, store: 'events' | 'attempts', record: unknown): Promise<void> {
  const transaction = device.connection.transaction(store, 'readwrite')
  transaction.objectStore(store).put(record)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
}

describe('an append whose n-th operation fails', () => {
  it('has as many operations as are tried below', async () => {
    const { device, repository } = await begun()
    device.plan(null)
    await repository.append(...aBatch('a', 2, 3))
    expect(device.operations).toBe(OPERATIONS_OF_A_BATCH)
  })

  const modes: readonly FaultMode[] = ['throws', 'rejects', 'aborts']
  const everyPlace = modes.flatMap((mode) => everyOperation.map((at) => ({ mode, at })))

  it.each(everyPlace)('leaves everything as it was when it is full ($mode at $at)', async ({ mode, at }) => {
    const { device, repository } = await begun()
    device.plan({ at, mode, name: 'QuotaExceededError', isLasting: true })
    const appended = await repository.append(...aBatch('a', 2, 3))
    device.plan(null)
    expect(appended).toMatchObject({ ok: false, error: { kind: 'quota' } })
    expect(device.connections).toHaveLength(1)
    expect(await stateOf(repository)).toEqual(before)
    expect(await stateOf(await openDevice(device))).toEqual(before)
  })

  it.each(everyPlace)(
    'is replayed when the fault was the connection ($mode at $at)',
    async ({ mode, at }) => {
      const { device, repository } = await begun()
      device.plan({ at, mode, name: 'UnknownError' })
      expect(await repository.append(...aBatch('a', 2, 3))).toEqual({ ok: true, value: undefined })
      expect(device.connections).toHaveLength(2)
      expect(await stateOf(repository)).toEqual(after)
    },
  )

  it.each(everyOperation)('gives up after three tries, and a later one goes through (at %i)', async (at) => {
    const { device, repository } = await begun()
    device.plan({ at, mode: 'rejects', name: 'UnknownError', isLasting: true })
    expect(await repository.append(...aBatch('a', 2, 3))).toMatchObject({
      ok: false,
      error: { kind: 'failed' },
    })
    expect(device.connections).toHaveLength(MAX_TRIES)
    device.plan(null)
    expect(await stateOf(repository)).toEqual(before)
    expect((await repository.append(...aBatch('a', 2, 3))).ok).toBe(true)
    expect(await stateOf(repository)).toEqual(after)
  })
})

describe('an append that went through although the page was told otherwise', () => {
  it('is acknowledged by the replay, without doubles', async () => {
    const { device, repository } = await begun()
    device.plan({ at: COMMIT, mode: 'unseen', name: 'AbortError' })
    expect(await repository.append(...aBatch('a', 2, 3))).toEqual({ ok: true, value: undefined })
    expect(await stateOf(repository)).toEqual(after)
  })

  it('is acknowledged when the caller tries again after all tries failed', async () => {
    const { device, repository } = await begun()
    device.plan({ at: COMMIT, mode: 'unseen', name: 'AbortError' })
    device.factory.open = () => {
      throw new DOMException('planned', 'UnknownError')
    }
    expect(await repository.append(...aBatch('a', 2, 3))).toMatchObject({
      ok: false,
      error: { kind: 'failed' },
    })
    Reflect.deleteProperty(device.factory, 'open')
    expect(await repository.append(...aBatch('a', 2, 3))).toEqual({ ok: true, value: undefined })
    expect(await stateOf(repository)).toEqual(after)
  })

  it('stays a conflict when what is stored is not the same', async () => {
    const { device, repository } = await begun()
    await plant(device, 'events', anEvent({ seq: 2, atMs: 1 }))
    device.plan({ at: 1, mode: 'throws', name: 'UnknownError' })
    expect(await repository.append(...aBatch('a', 2, 3))).toMatchObject({
      ok: false,
      error: { kind: 'conflict' },
    })
  })
})

describe('an append', () => {
  it('asks for strict durability in one transaction over both stores', async () => {
    const { device, repository } = await begun()
    const known = device.transactions.length
    await repository.append(...aBatch('a', 2, 3))
    expect(device.transactions.slice(known)).toEqual([{ mode: 'readwrite', durability: 'strict' }])
  })

  it('is a conflict for the second of two writers', async () => {
    const { device, repository } = await begun()
    const other = await openDevice(device)
    const theirs = { kind: 'retried', question: questionId('q2') } as const
    expect((await repository.append(...aBatch('a', 2, 1))).ok).toBe(true)
    const appended = await other.append(
      [anEvent({ seq: 2, happening: theirs })],
      aSummary({ nextSeq: 3, points: 2 }),
    )
    expect(appended).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(await stateOf(other)).toEqual({ events: someEvents('a', 0, 3), nextSeq: 3 })
  })

  it('asks for persistence once, after the first save, and shows the true answer', async () => {
    const persist = vi.fn(() => Promise.resolve(false))
    const repository = await openDevice(new FaultyDevice(), { persist })
    await repository.append(...aBatch('a', 5, 1))
    expect(persist).not.toHaveBeenCalled()
    expect(repository.persisted()).toBeNull()
    await repository.append(...aBatch('a', 0, 1))
    await repository.append(...aBatch('a', 1, 1))
    expect(persist).toHaveBeenCalledOnce()
    expect(repository.persisted()).toBe(false)
  })

  it('does not wait for the answer of a browser that asks the user', async () => {
    const repository = await openDevice(new FaultyDevice(), { persist: () => new Promise(() => undefined) })
    expect((await repository.append(...aBatch('a', 0, 1))).ok).toBe(true)
    expect(repository.persisted()).toBeNull()
  })

  it('is saved where persistence cannot even be asked for', async () => {
    const persist = () => {
      throw new TypeError('navigator.storage is undefined')
    }
    const repository = await openDevice(new FaultyDevice(), { persist })
    expect((await repository.append(...aBatch('a', 0, 1))).ok).toBe(true)
    expect(repository.persisted()).toBe(false)
  })
})

describe('a connection that is lost', () => {
  it.each([
    ['closed under us', (device: FaultyDevice) => device.connection.close()],
    ['dropped by the browser', (device: FaultyDevice) => device.dropConnection()],
  ])('is opened anew when it was %s: every append once, in order', async (_, lose) => {
    const { device, repository } = await begun()
    lose(device)
    const appended = await Promise.all([2, 3, 4].map((seq) => repository.append(...aBatch('a', seq, 1))))
    expect(appended.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(device.connections).toHaveLength(2)
    expect(await stateOf(repository)).toEqual(after)
  })

  it('is not tried again when the browser has said that it is gone', async () => {
    const { device, repository } = await begun()
    device.dropConnection()
    device.plan(null)
    await repository.append(...aBatch('a', 2, 3))
    expect(device.operations).toBe(OPERATIONS_OF_A_BATCH)
  })

  it('is not kept when the repository is closed while it opens anew', async () => {
    const { device, repository } = await begun()
    device.connection.close()
    const open = vi.spyOn(device.factory, 'open')
    const read = repository.readAttempt(A)
    while (open.mock.calls.length === 0) await Promise.resolve()
    repository.close()
    expect(await read).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    const request = device.factory.open('proofline', 2)
    const blocked = vi.fn()
    request.addEventListener('blocked', blocked)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(blocked).not.toHaveBeenCalled()
  })

  it('is opened anew for reading', async () => {
    const { device, repository } = await begun()
    device.connection.close()
    expect(await stateOf(repository)).toEqual(before)
  })

  it('keeps what was on its way', async () => {
    const { device, repository } = await begun()
    const appended = repository.append(...aBatch('a', 2, 3))
    device.connection.close()
    expect((await appended).ok).toBe(true)
    expect(await stateOf(repository)).toEqual(after)
  })

  it('is a gap for a running attempt when the data was cleared meanwhile', async () => {
    const { device, repository } = await begun()
    const request = device.factory.deleteDatabase('proofline')
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(await repository.append(...aBatch('a', 2, 3))).toMatchObject({ ok: false, error: { kind: 'gap' } })
    expect((await repository.append(...aBatch('b', 0, 1))).ok).toBe(true)
  })
})

describe('a newer tab that wants to upgrade', () => {
  async function upgraded() {
    const onBlockedByNewer = vi.fn()
    const { device, repository } = await begun({ onBlockedByNewer })
    const request = device.factory.open('proofline', 2)
    const blocked = vi.fn()
    request.addEventListener('blocked', blocked)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    request.result.close()
    return { device, repository, onBlockedByNewer, blocked }
  }

  it('is let through at once, and the page is told', async () => {
    const { onBlockedByNewer, blocked } = await upgraded()
    expect(onBlockedByNewer).toHaveBeenCalledOnce()
    expect(blocked).not.toHaveBeenCalled()
  })

  it('leaves this tab unavailable: nothing is lost, nothing is taken back', async () => {
    const { device, repository } = await upgraded()
    const newer = { ok: false, error: { kind: 'unavailable', detail: expect.stringMatching(/^newer/) } }
    expect(await repository.append(...aBatch('a', 2, 3))).toMatchObject(newer)
    expect(await repository.readAttempt(A)).toMatchObject(newer)
    expect(await repository.listAttempts()).toMatchObject(newer)
    expect(device.connections).toHaveLength(2)
    await expect(openDevice(device)).rejects.toThrow('newer')
  })

  it('does not cut what is on its way', async () => {
    const { device, repository } = await begun()
    const appended = repository.append(...aBatch('a', 2, 3))
    await Promise.resolve()
    const request = device.factory.open('proofline', 2)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect((await appended).ok).toBe(true)
    const log = request.result.transaction('events').objectStore('events').getAll()
    await new Promise((resolve) => log.addEventListener('success', resolve))
    expect(log.result).toEqual(after.events)
  })
})

describe('damaged records', () => {
  it.each([
    ['a foreign kind', { ...anEvent({ seq: 2 }), happening: { kind: 'hacked' } }],
    ['no happening', { attempt: A, seq: 2, atMs: 0, elapsedMs: 0 }],
    ['a time that is none', { ...anEvent({ seq: 2 }), atMs: 'now' }],
    ['half a number', anEvent({ seq: 2.5 })],
  ])('are left out of an attempt, the rest is read (%s)', async (_, record) => {
    const { device, repository } = await begun()
    await plant(device, 'events', record)
    expect(await stateOf(repository)).toEqual(before)
    expect(await repository.damagedRecords(A)).toMatchObject({
      ok: true,
      value: [{ store: 'events', attempt: 'a', reason: 'form', detail: expect.any(String) }],
    })
  })

  it('set aside what comes after a hole, and do not throw it away', async () => {
    const { device, repository } = await begun()
    await plant(device, 'events', anEvent({ seq: 3 }))
    await plant(device, 'events', anEvent({ seq: 4 }))
    expect(await stateOf(repository)).toEqual(before)
    const damaged = await repository.damagedRecords()
    expect(damaged.ok && damaged.value.map(({ seq, reason }) => [seq, reason])).toEqual([
      [3, 'gap'],
      [4, 'gap'],
    ])
    await plant(device, 'events', anEvent({ seq: 2 }))
    expect((await stateOf(repository)).events).toEqual(someEvents('a', 0, 5))
  })

  it('are found at a key that is no number', async () => {
    const { device, repository } = await begun()
    await plant(device, 'events', { ...anEvent(), seq: 'first' })
    expect(await stateOf(repository)).toEqual(before)
    expect(await repository.damagedRecords()).toMatchObject({
      ok: true,
      value: [{ attempt: 'a', seq: null, reason: 'form' }],
    })
  })

  it('leave a summary out of the list and its attempt to be rebuilt', async () => {
    const { device, repository } = await begun()
    await repository.append(...aBatch('b', 0, 1))
    await plant(device, 'attempts', { attempt: 'a', lesson: 'tidal-power' })
    const listed = await repository.listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(['b'])
    expect(await repository.damagedRecords()).toMatchObject({
      ok: true,
      value: [{ store: 'attempts', attempt: 'a', seq: null }],
    })
    expect(await repository.attemptsWithoutSummary()).toEqual({ ok: true, value: ['a'] })
    await repository.append([], aSummary({ nextSeq: 2 }))
    expect(await repository.attemptsWithoutSummary()).toEqual({ ok: true, value: [] })
    expect(await repository.damagedRecords()).toEqual({ ok: true, value: [] })
  })

  it('are not found where there are none', async () => {
    const { repository } = await begun()
    expect(await repository.damagedRecords()).toEqual({ ok: true, value: [] })
    expect(await repository.attemptsWithoutSummary()).toEqual({ ok: true, value: [] })
  })

  it('show every attempt whose summary was lost', async () => {
    const device = new FaultyDevice()
    const repository = await openDevice(device)
    for (const attempt of ['c', 'a', 'b'])
      for (const seq of [0, 1]) await plant(device, 'events', anEvent({ attempt: attemptId(attempt), seq }))
    await repository.append(...aBatch('d', 0, 1))
    expect(await repository.attemptsWithoutSummary()).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  })
})
