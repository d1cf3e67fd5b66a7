import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedFiles } from '#core/lesson-files/opener.ts'
import type { OpenerMessage, OpenMessage } from './lesson-opener-messages.ts'
import { lessonOpener, SILENT_MS, WHOLE_MS, type OpenerWorker } from './lesson-opener.ts'

const large = (size: number): Blob => Object.defineProperty(new Blob(), 'size', { value: size })
const aFolder: OpenedFiles = {
  label: 'harbour',
  files: [
    { path: 'harbour/lesson.yaml', file: new Blob(['format: 1']) },
    { path: 'harbour/photo.jpg', file: large(90_000_000) },
    { path: 'elsewhere/film.mp4', file: large(900_000_000) },
  ],
}
const onShare = vi.fn()

/** A worker that says what a test has it say, and a clock that a test moves. */
function aBench() {
  const listeners: ((event: { data: OpenerMessage }) => void)[] = []
  const failures: ((event: { message?: string }) => void)[] = []
  const given: OpenMessage[] = []
  const timers = new Map<() => void, number>()
  const terminate = vi.fn()
  const start = vi.fn((): OpenerWorker => ({
    postMessage: (message) => given.push(message),
    terminate,
    addEventListener(kind: 'message' | 'error', listener: never) {
      if (kind === 'message') listeners.push(listener)
      else failures.push(listener)
    },
  }))
  const opener = lessonOpener({
    start,
    setTimer(callback, delayMs) {
      timers.set(callback, delayMs)
      return () => timers.delete(callback)
    },
  })
  return {
    opener,
    start,
    terminate,
    given,
    say: (data: OpenerMessage) => listeners.forEach((listener) => listener({ data })),
    fail: (message: string) => failures.forEach((listener) => listener({ message })),
    ring: (delayMs: number) => [...timers].find(([, delay]) => delay === delayMs)?.[0](),
    timers,
  }
}

describe('what was opened', () => {
  beforeEach(() => onShare.mockReset())

  it('is refused at once when it is too large, before there is a worker', async () => {
    const { opener, start } = aBench()
    const zip = { label: 'a.zip', files: [{ path: 'a.zip', file: large(100_000_000) }] }
    expect(await opener.open(zip, onShare).result).toMatchObject({
      ok: false,
      error: { kind: 'too-large', place: 'a.zip' },
    })
    expect(start).not.toHaveBeenCalled()
  })

  it('goes to the worker without what is no part of a lesson: of that only the name', () => {
    const { opener, given } = aBench()
    opener.open(aFolder, onShare)
    expect(given[0]?.files.map(({ path, file }) => [path, file.size])).toEqual([
      ['harbour/lesson.yaml', 9],
      ['harbour/photo.jpg', 0],
    ])
  })

  it('goes to the worker where a lesson lies packed among other files; of more than one only the names', () => {
    const { opener, given } = aBench()
    const packed = { path: 'unit/harbour.lesson.json', file: new Blob(['{}']) }
    const film = { path: 'unit/film.mp4', file: large(900_000_000) }
    const another = { path: 'unit/bridge.zip', file: large(40_000_000) }
    opener.open({ label: 'unit', files: [packed, film] }, onShare)
    opener.open({ label: 'unit', files: [packed, film, another] }, onShare)
    expect(given.map(({ files }) => files.map(({ path, file }) => [path, file.size]))).toEqual([
      [['unit/harbour.lesson.json', 2]],
      [
        ['unit/harbour.lesson.json', 0],
        ['unit/bridge.zip', 0],
      ],
    ])
  })

  it('says how far it is, and ends with the worker', async () => {
    const { opener, say, terminate, timers } = aBench()
    const { result } = opener.open(aFolder, onShare)
    say({ kind: 'share', share: 0.5 })
    expect(onShare).toHaveBeenCalledWith(0.5)
    say({ kind: 'refused', refusal: { kind: 'no-lesson', place: 'harbour', detail: '' } })
    expect(await result).toMatchObject({ ok: false, error: { kind: 'no-lesson' } })
    expect(terminate).toHaveBeenCalledOnce()
    expect(timers.size).toBe(0)
  })

  it.each([
    ['says nothing for too long', SILENT_MS],
    ['has too much to say', WHOLE_MS],
  ])('is given up when the worker %s', async (_, delayMs) => {
    const { opener, say, ring, terminate } = aBench()
    const { result } = opener.open(aFolder, onShare)
    say({ kind: 'share', share: 0.1 })
    ring(delayMs)
    expect(await result).toMatchObject({ ok: false, error: { kind: 'too-slow', place: 'harbour' } })
    expect(terminate).toHaveBeenCalledOnce()
  })

  it('is refused when the worker breaks', async () => {
    const { opener, fail } = aBench()
    const { result } = opener.open(aFolder, onShare)
    fail('out of memory')
    expect(await result).toMatchObject({ ok: false, error: { kind: 'unreadable', detail: 'out of memory' } })
  })

  it('is given up when the reader wants it so', () => {
    const { opener, terminate } = aBench()
    opener.open(aFolder, onShare).cancel()
    expect(terminate).toHaveBeenCalledOnce()
  })
})
