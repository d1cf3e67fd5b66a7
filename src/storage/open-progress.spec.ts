import { describe, expect, it, vi } from 'vitest'
import { aBatch } from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { deviceOptions } from '#tests/storage/open-device.ts'
import { OPEN_TIMEOUT_MS } from './indexeddb/open-database.ts'
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

  it('never takes a newer database down to its own version', async () => {
    const device = new FaultyDevice()
    const request = device.factory.open('proofline', 7)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    request.result.close()
    expect(await openProgress(deviceOptions(device))).toMatchObject({
      repository: { kind: 'memory' },
      fault: { kind: 'unavailable', detail: expect.stringMatching(/^newer/) },
    })
    expect(await device.factory.databases()).toEqual([{ name: 'proofline', version: 7 }])
  })
})
