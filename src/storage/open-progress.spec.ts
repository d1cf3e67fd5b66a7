import { describe, expect, it, vi } from 'vitest'
import { aBatch, attemptId, someEvents } from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { deviceOptions } from '#tests/storage/open-device.ts'
import { BLOCKED_TIMEOUT_MS, OPEN_TIMEOUT_MS } from './indexeddb/open-database.ts'
import { openProgress } from './open-progress.ts'

/** A factory whose `open` does what the test says. */
const aFactory = (open: IDBFactory['open']): (() => IDBFactory) => {
  const { factory } = new FaultyDevice()
  factory.open = open
  return () => factory
}

const throwing = (name: string) => () => {
  throw new DOMException('planned', name)
}

/** A request that the platform never answers, and the timer that the test rings. */
function neverSettling() {
  const request = new EventTarget()
  const timer = { ring: () => undefined as void, delayMs: 0 }
  return {
    request,
    timer,
    factory: aFactory(() => request as IDBOpenDBRequest), // only its events are used
    setTimer(callback: () => void, delayMs: number) {
      Object.assign(timer, { ring: callback, delayMs })
      return () => undefined
    },
  }
}

describe('opening progress', () => {
  it('gives the device when there is one, and keeps what is appended', async () => {
    const device = new FaultyDevice()
    const opened = await openProgress(deviceOptions(device))
    expect(opened).toMatchObject({ repository: { kind: 'device' }, fault: null })
    await opened.repository.append(...aBatch('a', 0, 1))
    const again = await (await openProgress(deviceOptions(device))).repository.listAttempts()
    expect(again.ok && again.value).toHaveLength(1)
  })

  it('stops its timer when the browser answers', async () => {
    const stop = vi.fn()
    await openProgress({ ...deviceOptions(new FaultyDevice()), setTimer: () => stop })
    expect(stop).toHaveBeenCalled()
  })

  it.each([
    ['IndexedDB is missing', () => undefined, 'unavailable'],
    ['asking for IndexedDB throws', throwing('SecurityError'), 'unavailable'],
    ['open() throws', aFactory(throwing('SecurityError')), 'unavailable'],
    ['open() throws something else', aFactory(throwing('TypeError')), 'unavailable'],
    ['open() finds the device full', aFactory(throwing('QuotaExceededError')), 'quota'],
  ])('falls back to memory and says why when %s', async (_, factory, kind) => {
    const opened = await openProgress({ ...deviceOptions(new FaultyDevice()), factory })
    expect(opened).toMatchObject({
      repository: { kind: 'memory' },
      fault: { kind, detail: expect.any(String) },
    })
    expect((await opened.repository.append(...aBatch('a', 0, 1))).ok).toBe(true)
  })

  it('falls back to memory when open() rejects', async () => {
    const { request, ...never } = neverSettling()
    const opening = openProgress({ ...deviceOptions(new FaultyDevice()), ...never })
    Object.assign(request, { error: new DOMException('Internal error', 'UnknownError') })
    request.dispatchEvent(new Event('error'))
    expect(await opening).toMatchObject({
      repository: { kind: 'memory' },
      fault: { kind: 'unavailable', detail: 'UnknownError: Internal error' },
    })
  })

  it('falls back to memory when open() never settles, and lets a late connection go', async () => {
    const { request, timer, ...never } = neverSettling()
    const opening = openProgress({ ...deviceOptions(new FaultyDevice()), ...never })
    expect(timer.delayMs).toBe(OPEN_TIMEOUT_MS)
    timer.ring()
    expect(await opening).toMatchObject({ repository: { kind: 'memory' }, fault: { kind: 'unavailable' } })
    const close = vi.fn()
    Object.assign(request, { result: { close } })
    request.dispatchEvent(new Event('success'))
    expect(close).toHaveBeenCalledOnce()
  })

  it('says that it waits for an older tab', async () => {
    const { request, timer, ...never } = neverSettling()
    const onBlocked = vi.fn()
    const opening = openProgress({ ...deviceOptions(new FaultyDevice()), ...never, onBlocked })
    request.dispatchEvent(new Event('blocked'))
    expect(onBlocked).toHaveBeenCalledOnce()
    timer.ring()
    expect(await opening).toMatchObject({
      fault: { kind: 'unavailable', detail: expect.stringContaining('older tab') },
    })
  })

  it('gives up on an older tab that does not let go, and not before', async () => {
    const { request, timer, ...never } = neverSettling()
    const opening = openProgress({ ...deviceOptions(new FaultyDevice()), ...never })
    request.dispatchEvent(new Event('blocked'))
    expect(timer.delayMs).toBe(BLOCKED_TIMEOUT_MS)
    timer.ring()
    expect(await opening).toMatchObject({ repository: { kind: 'memory' } })
  })

  describe('where a later version keeps its data', () => {
    async function newerDevice() {
      const device = new FaultyDevice()
      const before = await openProgress(deviceOptions(device))
      await before.repository.append(...aBatch('a', 0, 3))
      device.dropConnection()
      const request = device.factory.open('proofline', 7)
      await new Promise((resolve) => request.addEventListener('success', resolve))
      request.result.close()
      return device
    }

    it('reads, says so, and never takes the database down to its own version', async () => {
      const device = await newerDevice()
      const { repository, fault } = await openProgress(deviceOptions(device))
      expect(fault).toMatchObject({ kind: 'newer' })
      expect(await repository.readAttempt(attemptId('a'))).toEqual({ ok: true, value: someEvents('a', 0, 3) })
      expect((await repository.archive.attemptIds()).ok).toBe(true)
      expect(await device.factory.databases()).toEqual([{ name: 'proofline', version: 7 }])
    })

    it('writes nothing', async () => {
      const device = await newerDevice()
      const { repository } = await openProgress(deviceOptions(device))
      const refused = { ok: false, error: { kind: 'newer' } }
      expect(await repository.append(...aBatch('a', 3, 1))).toMatchObject(refused)
      expect(await repository.archive.merge([])).toMatchObject(refused)
      expect(await repository.archive.check()).toMatchObject(refused)
      expect(await repository.archive.erase()).toMatchObject(refused)
      expect(device.transactions.slice(1).filter(({ mode }) => mode === 'readwrite')).toEqual([])
    })

    it('makes no database where it may only read', async () => {
      const device = new FaultyDevice()
      const opened = await openProgress({ ...deviceOptions(device), isReadOnly: true })
      expect(opened).toMatchObject({ repository: { kind: 'memory' } })
      expect(await device.factory.databases()).toEqual([])
    })
  })

  it('keeps readers apart who have a database each', async () => {
    const device = new FaultyDevice()
    const one = await openProgress({ ...deviceOptions(device), name: 'proofline' })
    const other = await openProgress({ ...deviceOptions(device), name: 'proofline.second' })
    await one.repository.append(...aBatch('canary', 0, 1))
    expect(await other.repository.listAttempts()).toEqual({ ok: true, value: [] })
    expect(await other.repository.readAttempt(attemptId('canary'))).toEqual({ ok: true, value: [] })
  })
})
