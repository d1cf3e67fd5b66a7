import { describe, expect, it, vi } from 'vitest'
import { databaseOf, localMarker, localReaders } from './readers.ts'

function aStorage(text: string | null = null): Storage {
  const entries = new Map(text === null ? [] : [['proofline.readers', text]])
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as Storage // the rest is not used
}
const forbidden = (): Storage => {
  throw new DOMException('The operation is insecure', 'SecurityError')
}
const two = {
  current: 'n',
  all: [
    { id: '', name: 'Ada' },
    { id: 'n', name: 'Noor' },
  ],
}
const alone = { current: '', all: [{ id: '', name: '' }] }

describe('the readers of a device', () => {
  it('are read as they were written', () => {
    const storage = aStorage()
    const readers = localReaders(() => storage, new EventTarget())
    expect(readers.write(two)).toBe(true)
    expect(readers.read()).toEqual(two)
  })

  it.each([
    ['nothing is stored', () => aStorage()],
    ['the entry is damaged', () => aStorage('{"current":')],
    ['the entry has another form', () => aStorage('{"current":"","all":[{"id":1}]}')],
    ['nobody is left', () => aStorage('{"current":"","all":[]}')],
    ['the browser forbids it', forbidden],
    ['there is no such storage', () => null],
  ])('are one without a name when %s', (_, storage) => {
    expect(localReaders(storage, new EventTarget()).read()).toEqual(alone)
  })

  it('have one at hand, also when the one who was has gone', () => {
    const storage = aStorage(JSON.stringify({ ...two, current: 'gone' }))
    expect(localReaders(() => storage, new EventTarget()).read().current).toBe('')
  })

  it('are said not to be kept where nothing can be', () => {
    expect(localReaders(forbidden, new EventTarget()).write(two)).toBe(false)
    expect(localReaders(() => null, new EventTarget()).write(two)).toBe(false)
  })

  it('have a database each', () => {
    expect([databaseOf(''), databaseOf('n')]).toEqual(['proofline', 'proofline.n'])
  })
})

describe('the mark that there was data', () => {
  it('is each reader’s own', () => {
    const storage = aStorage()
    localMarker(() => storage, 'n').set()
    expect(localMarker(() => storage, 'n').isSet()).toBe(true)
    expect(localMarker(() => storage, '').isSet()).toBe(false)
    localMarker(() => storage, 'n').remove()
    expect(localMarker(() => storage, 'n').isSet()).toBe(false)
  })

  it('is not there where the browser forbids it, and nothing breaks', () => {
    const marker = localMarker(vi.fn(forbidden), '')
    marker.set()
    marker.remove()
    expect(marker.isSet()).toBe(false)
  })
})
