import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptId } from '#tests/factories/progress.ts'
import { browserTabs, type TabChannel, type TabMessage } from './browser-tabs.ts'

const A = attemptId('a')

/** The browser's locks as several tabs meet them: one holder, a queue, theft. */
function aBrowser() {
  let holder: { end: (error?: DOMException) => void } | null = null
  const queue: (() => void)[] = []
  const listeners = new Set<{ tab: number; hear: (message: TabMessage) => void }>()

  function request(
    _: string,
    options: LockOptions,
    callback: (lock: Lock | null) => unknown,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const useUntilDone = async (mine: { end: (error?: DOMException) => void }): Promise<void> => {
        await callback({} as Lock)
        if (holder !== mine) return
        holder = null
        mine.end()
        queue.shift()?.()
      }
      const grant = (): void => {
        const mine = { end: (error?: DOMException) => (error ? reject(error) : resolve(undefined)) }
        holder = mine
        void useUntilDone(mine)
      }
      if (options.steal === true) {
        holder?.end(new DOMException('stolen', 'AbortError'))
        grant()
      } else if (holder === null) grant()
      else if (options.ifAvailable === true) void Promise.resolve(callback(null)).then(resolve)
      else {
        queue.push(grant)
        options.signal?.addEventListener('abort', () => {
          if (queue.includes(grant)) queue.splice(queue.indexOf(grant), 1)
          reject(new DOMException('given up', 'AbortError'))
        })
      }
    })
  }

  let tabs = 0
  function tab() {
    const number = ++tabs
    const channel: TabChannel = {
      post: (message) => {
        for (const { tab, hear } of listeners) if (tab !== number) hear(message)
      },
      listen(hear) {
        const entry = { tab: number, hear }
        listeners.add(entry)
        return () => listeners.delete(entry)
      },
    }
    const log: string[] = []
    const opened = browserTabs({ locks: { request } as never, channel, prefix: 'proofline' })
    const own = opened.claim(A, {
      onWriter: () => log.push('writes'),
      onFollower: () => log.push('follows'),
      beforeYielding: async () => log.push('stores'),
      onSaved: () => log.push('sees'),
      onOther: (attempt) => log.push(`hears of ${attempt}`),
    })
    return { log, own, announce: (attempt: typeof A) => opened.announce(attempt) }
  }
  const crash = (): void => {
    const dead = holder
    holder = null
    queue.shift()?.()
    return void dead
  }
  return { tab, crash, mute: () => listeners.clear() }
}

const settle = () => vi.advanceTimersByTimeAsync(10)

beforeEach(() => {
  vi.useFakeTimers()
})

describe('one sitting in several tabs', () => {
  it('is written by the first and followed by the second, which sees what is stored', async () => {
    const browser = aBrowser()
    const one = browser.tab()
    await settle()
    const other = browser.tab()
    await settle()
    one.announce(A)
    expect([one.log, other.log]).toEqual([['writes'], ['follows', 'sees']])
  })

  it('hears of every other one that is stored', async () => {
    const browser = aBrowser()
    const one = browser.tab()
    const other = browser.tab()
    await settle()
    other.announce(attemptId('b'))
    expect([one.log.at(-1), other.log]).toEqual(['hears of b', ['follows']])
  })

  it('goes on in the second when the first is gone, however it went', async () => {
    for (const leave of ['release', 'crash'] as const) {
      const browser = aBrowser()
      const one = browser.tab()
      await settle()
      const other = browser.tab()
      await settle()
      if (leave === 'release') one.own.release()
      else browser.crash()
      await settle()
      expect(other.log, leave).toEqual(['follows', 'writes'])
    }
  })

  it('is handed over when the second asks: what is typed is stored first', async () => {
    const browser = aBrowser()
    const one = browser.tab()
    await settle()
    const other = browser.tab()
    await settle()
    other.own.takeOver()
    await settle()
    expect([one.log, other.log]).toEqual([
      ['writes', 'stores', 'follows'],
      ['follows', 'writes'],
    ])
  })

  it('is taken from a tab that does not answer, which then follows', async () => {
    const browser = aBrowser()
    const one = browser.tab()
    await settle()
    const other = browser.tab()
    await settle()
    browser.mute()
    other.own.takeOver()
    await vi.advanceTimersByTimeAsync(2000)
    expect([one.log, other.log]).toEqual([
      ['writes', 'follows'],
      ['follows', 'writes'],
    ])
  })

  it('is written where the browser refuses locks, and asks for one only once', async () => {
    const request = vi.fn(() => Promise.reject(new DOMException('The request was denied.', 'SecurityError')))
    const channel: TabChannel = { post: () => undefined, listen: () => () => undefined }
    const onWriter = vi.fn()
    const watch = {
      onFollower: vi.fn(),
      beforeYielding: vi.fn(),
      onSaved: vi.fn(),
      onOther: vi.fn(),
      onWriter,
    }
    browserTabs({ locks: { request }, channel, prefix: 'proofline' }).claim(A, watch)
    await settle()
    expect([request.mock.calls.length, onWriter.mock.calls.length]).toEqual([1, 1])
    expect(watch.onFollower).not.toHaveBeenCalled()
  })

  it('is not claimed any more once it was left', async () => {
    const browser = aBrowser()
    const one = browser.tab()
    await settle()
    const other = browser.tab()
    await settle()
    other.own.release()
    one.own.release()
    await settle()
    expect(other.log).toEqual(['follows'])
  })
})
