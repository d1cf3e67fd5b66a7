import { describe, expect, it } from 'vitest'
import { localSettings } from './settings.ts'

/** A browser's small storage with one entry; `setItem` may be made to throw. */
function aStorage(text: string | null = null, thrown: string | null = null): Storage {
  const entries = new Map(text === null ? [] : [['proofline.settings', text]])
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, value: string) {
      if (thrown !== null) throw new DOMException('planned', thrown)
      entries.set(key, value)
    },
  } as Storage // the rest is not used
}

const forbidden = (): Storage => {
  throw new DOMException('The operation is insecure', 'SecurityError')
}

describe('settings in the local storage', () => {
  it('are read as they were written', () => {
    const storage = aStorage()
    expect(localSettings(() => storage).write({ theme: 'dark', textScale: 1.15 }).ok).toBe(true)
    expect(localSettings(() => storage).read()).toEqual({ theme: 'dark', textScale: 1.15 })
  })

  it.each([
    ['nothing is stored', () => aStorage()],
    ['the entry is damaged', () => aStorage('{"theme":')],
    ['the browser forbids it', forbidden],
    ['there is no such storage', () => null],
  ])('are null when %s', (_, storage) => {
    expect(localSettings(storage).read()).toBeNull()
  })

  it.each([
    ['the device is full', () => aStorage(null, 'QuotaExceededError'), 'quota'],
    ['an old Firefox is full', () => aStorage(null, 'NS_ERROR_DOM_QUOTA_REACHED'), 'quota'],
    ['the browser forbids it', forbidden, 'unavailable'],
    ['there is no such storage', () => null, 'unavailable'],
    ['something else is wrong', () => aStorage(null, 'UnknownError'), 'failed'],
  ])('say why they could not be written when %s', (_, storage, kind) => {
    expect(localSettings(storage).write({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind } })
  })

  it('are left as they were when the new ones are no JSON', () => {
    const storage = aStorage('{"theme":"dark"}')
    expect(localSettings(() => storage).write({ theme: 1n }).ok).toBe(false)
    expect(localSettings(() => storage).read()).toEqual({ theme: 'dark' })
  })
})
