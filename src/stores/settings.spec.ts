import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#core/kernel/result.ts'
import type { SettingsStorage } from '#core/progress/repository.ts'
import { DEFAULT_LOOK } from '#core/settings/look.ts'
import { SERVICES, type Services } from './services.ts'
import { DEFAULT_SETTINGS, useSettingsStore } from './settings.ts'

/** A device that keeps settings and nothing else; `isFull` makes it refuse. */
function aDevice(stored: unknown) {
  const device = { stored, isFull: false }
  const settings: SettingsStorage = {
    read: () => device.stored,
    write(values) {
      if (device.isFull) return err({ kind: 'quota', detail: 'full' })
      device.stored = values
      return ok(undefined)
    },
  }
  return { device, settings }
}

function openSettings(settings: SettingsStorage) {
  const pinia = createPinia()
  createApp({})
    .provide(SERVICES, { settings } as Services) // the store asks for nothing else
    .use(pinia)
  return useSettingsStore(pinia)
}

function restored(stored: unknown) {
  const { device, settings } = aDevice(stored)
  const store = openSettings(settings)
  store.restore()
  return { device, store }
}

describe('the reader’s settings', () => {
  it('are the usual ones on a first visit', () => {
    expect(restored(null).store.values).toEqual(DEFAULT_SETTINGS)
    expect(DEFAULT_SETTINGS).toMatchObject(DEFAULT_LOOK)
  })

  it('of an earlier version are kept, and what it did not know is as usual', () => {
    const earlier = {
      theme: 'dark',
      textScale: 1.3,
      pace: 'one',
      span: 'article',
      retries: false,
      level: 'b1',
    }
    expect(restored(earlier).store.values).toEqual({ ...DEFAULT_SETTINGS, ...earlier })
  })

  it('lose only what is not allowed', () => {
    const { values } = restored({
      theme: 'neon',
      textScale: 9,
      face: 7,
      line: null,
      spacing: 'wide',
      measure: [],
      lineFocus: 'yes',
      motion: 'reduced',
    }).store
    expect(values).toEqual({ ...DEFAULT_SETTINGS, spacing: 'wide', motion: 'reduced' })
  })

  it.each([['a text'], [7], [[]], [true]])('are the usual ones where %j is stored', (stored) => {
    expect(restored(stored).store.values).toEqual(DEFAULT_SETTINGS)
  })

  it('are written as soon as one changes, and read again', async () => {
    const { device, store } = restored(null)
    store.values.face = 'hyperlegible'
    store.values.lineFocus = true
    await nextTick()
    expect(restored(device.stored).store.values).toMatchObject({ face: 'hyperlegible', lineFocus: true })
    expect(store.isKept).toBe(true)
  })

  it('hold and say so when the device does not keep them', async () => {
    const { device, store } = restored(null)
    device.isFull = true
    store.values.theme = 'sepia'
    await nextTick()
    expect(store.values.theme).toBe('sepia')
    expect(store.isKept).toBe(false)
  })
})
