import { describe, expect, it, vi } from 'vitest'
import { aBatch, anEvent, aSummary, attemptId, questionId, someEvents } from '#tests/factories/progress.ts'
import { plant } from '#tests/storage/device-records.ts'
import { FaultyDevice, type FaultMode } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { LAST_WRITES_MS, MAX_TRIES, WORK_TIMEOUT_MS } from './connection.ts'
import { DATABASE_VERSION } from './migrations.ts'
import type { DeviceProgress } from './progress.ts'

const A = attemptId('a')
/** The transaction, the look at the predecessor, the count of touches, three events, the summary, the commit. */
const OPERATIONS_OF_A_BATCH = 8
const everyOperation = Array.from({ length: OPERATIONS_OF_A_BATCH }, (_, index) => index + 1)
const COMMIT = OPERATIONS_OF_A_BATCH
const NEWER_VERSION = DATABASE_VERSION + 1

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
    const request = device.factory.open('proofline', NEWER_VERSION)
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
    const request = device.factory.open('proofline', NEWER_VERSION)
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

  it('leaves this tab without storage: nothing is lost, nothing is taken back', async () => {
    const { device, repository } = await upgraded()
    const newer = { ok: false, error: { kind: 'newer', detail: `closed for version ${NEWER_VERSION}` } }
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
    const request = device.factory.open('proofline', NEWER_VERSION)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect((await appended).ok).toBe(true)
    const log = request.result.transaction('events').objectStore('events').getAll()
    await new Promise((resolve) => log.addEventListener('success', resolve))
    expect(log.result).toEqual(after.events)
  })
})

describe('an operation that never ends', () => {
  /** A device and a clock that the test turns. */
  async function hanging() {
    const device = new FaultyDevice()
    const timers: { callback: () => void; delayMs: number }[] = []
    const setTimer = (callback: () => void, delayMs: number) => {
      const timer = { callback, delayMs }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    }
    const repository = await openDevice(device, { setTimer })
    await repository.append(...aBatch('a', 0, 2))
    const ring = async (): Promise<void> => {
      await vi.waitFor(() => expect(timers.some(({ delayMs }) => delayMs === WORK_TIMEOUT_MS)).toBe(true))
      const due = timers.filter(({ delayMs }) => delayMs === WORK_TIMEOUT_MS)
      for (const timer of due) {
        timers.splice(timers.indexOf(timer), 1)
        timer.callback()
      }
    }
    return { device, repository, ring, timers }
  }

  it('is given up, and asked again on a new connection', async () => {
    const { device, repository, ring } = await hanging()
    device.plan({ at: 3, mode: 'hangs', name: '' })
    const appended = repository.append(...aBatch('a', 2, 3))
    await ring()
    expect(await appended).toEqual({ ok: true, value: undefined })
    expect(await stateOf(repository)).toEqual(after)
  })

  it('is a failure after three tries', async () => {
    const { device, repository, ring } = await hanging()
    device.plan({ at: 3, mode: 'hangs', name: '', isLasting: true })
    const appended = repository.append(...aBatch('a', 2, 3))
    for (let tries = 0; tries < MAX_TRIES; tries++) await ring()
    expect(await appended).toMatchObject({ ok: false, error: { kind: 'failed' } })
  })

  it('leaves no timer behind when it ends', async () => {
    const { timers } = await hanging()
    expect(timers).toEqual([])
  })
})

describe('a newer tab, while answers are still in this page', () => {
  it('waits until they are written', async () => {
    const device = new FaultyDevice()
    const told: string[] = []
    const repository: DeviceProgress = await openDevice(device, {
      beforeClosing: () => repository.append(...aBatch('a', 0, 3)).then(() => told.push('written')),
      onBlockedByNewer: () => told.push('closed'),
    })
    const request = device.factory.open('proofline', NEWER_VERSION)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(told).toEqual(['written', 'closed'])
    const log = request.result.transaction('events').objectStore('events').count()
    await new Promise((resolve) => log.addEventListener('success', resolve))
    expect(log.result).toBe(3)
  })

  it('is not kept waiting by a write that does not end', async () => {
    const device = new FaultyDevice()
    const onBlockedByNewer = vi.fn()
    await openDevice(device, {
      beforeClosing: () => new Promise(() => undefined),
      setTimer: (callback, delayMs) => {
        const timer = delayMs === LAST_WRITES_MS ? setTimeout(callback) : undefined
        return () => clearTimeout(timer)
      },
      onBlockedByNewer,
    })
    const request = device.factory.open('proofline', NEWER_VERSION)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    expect(onBlockedByNewer).toHaveBeenCalledOnce()
  })
})
