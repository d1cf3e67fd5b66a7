import type { AttemptId } from '#core/kernel/ids.ts'
import type { ClaimWatch, SittingClaim, SittingTabs } from '#core/progress/device.ts'

/** A tab that does not let go after so long is overruled: it may be frozen. */
const YIELD_MS = 1500

export interface TabMessage {
  readonly kind: 'saved' | 'yield'
  readonly attempt: AttemptId
}

/** What is said between tabs; a tab does not hear itself. */
export interface TabChannel {
  post(message: TabMessage): void
  /** Listens until the returned function is called. */
  listen(listener: (message: TabMessage) => void): () => void
}

export interface BrowserTabsOptions {
  readonly locks: Pick<LockManager, 'request'>
  readonly channel: TabChannel
  /** Readers of one device do not stand in each other's way. */
  readonly prefix: string
}

/**
 * One writer a sitting, by a lock that the browser takes back when the tab is gone, however it went. Who waits for the lock follows,
 * and goes on when it is free.
 */
export function browserTabs({ locks, channel, prefix }: BrowserTabsOptions): SittingTabs {
  function claim(attempt: AttemptId, watch: ClaimWatch): SittingClaim {
    const name = `${prefix}/${attempt}`
    let letGo: (() => void) | null = null
    let isReleased = false
    let overrules = false
    let waiting = new AbortController()

    /** The lock is held as long as the promise is open. */
    const hold = (): Promise<void> => {
      if (isReleased) return Promise.resolve()
      watch.onWriter()
      return new Promise((resolve) => {
        letGo = resolve
      })
    }

    /**
     * Comes back when the lock was let go, was taken by another tab, or is not waited for any more. False where the browser gives no locks, as
     * Chromium does where sites may keep nothing: who asked again at once would ask for ever.
     */
    async function ask(options: LockOptions): Promise<boolean> {
      try {
        await locks.request(name, options, (lock) => (lock === null ? undefined : hold()))
        return true
      } catch (error) {
        return error instanceof DOMException && error.name === 'AbortError' // taken over by another tab, or the wait was given up
      } finally {
        letGo = null
      }
    }

    async function keepAsking(): Promise<void> {
      let areGiven = await ask({ ifAvailable: true })
      while (areGiven && !isReleased) {
        if (overrules) {
          overrules = false
          areGiven = await ask({ steal: true })
        } else {
          watch.onFollower()
          waiting = new AbortController()
          areGiven = await ask({ signal: waiting.signal })
        }
      }
      if (!areGiven && !isReleased) watch.onWriter() // tabs that cannot be told apart write, as where there are no locks at all
    }

    function overrule(): void {
      if (letGo !== null || isReleased) return
      overrules = true
      waiting.abort()
    }

    function hear(message: TabMessage): void {
      if (message.attempt !== attempt) {
        if (message.kind === 'saved') watch.onOther(message.attempt)
        return
      }
      if (message.kind === 'saved' && letGo === null) watch.onSaved()
      if (message.kind === 'yield' && letGo !== null) void watch.beforeYielding().finally(() => letGo?.())
    }

    const stopListening = channel.listen(hear)
    void keepAsking()
    return {
      takeOver() {
        channel.post({ kind: 'yield', attempt })
        setTimeout(overrule, YIELD_MS)
      },
      release() {
        isReleased = true
        stopListening()
        waiting.abort()
        letGo?.()
      },
    }
  }

  return { claim, announce: (attempt) => channel.post({ kind: 'saved', attempt }) }
}

/** The browser's own channel. */
export function broadcastChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  return {
    post: channel.postMessage.bind(channel),
    listen(listener) {
      const hear = ({ data }: MessageEvent<TabMessage>): void => listener(data) // ours alone speak on it
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
  }
}
