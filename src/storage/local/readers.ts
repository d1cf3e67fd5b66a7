import type { Readers, ReaderStorage } from '#core/progress/device.ts'
import { DATABASE_NAME } from '../indexeddb/schema.ts'

const READERS_KEY = 'proofline.readers'
const MARKER_KEY = 'proofline.kept'

/** Checked by hand: a schema would weigh on every first visit. */
function isReaders(value: unknown): value is Readers {
  const { current, all } = Object(value) as { readonly current?: unknown; readonly all?: unknown } // any value may have none
  return (
    typeof current === 'string' &&
    Array.isArray(all) &&
    all.length > 0 &&
    all.every((one) => {
      const { id, name } = Object(one) as { readonly id?: unknown; readonly name?: unknown }
      return typeof id === 'string' && typeof name === 'string'
    })
  )
}

/** One reader without a name: nobody has said that there are more. */
const ALONE: Readers = { current: '', all: [{ id: '', name: '' }] }

/** Each reader has a database of their own: nothing of one can be found by a query of another. */
export const databaseOf = (reader: string): string =>
  reader === '' ? DATABASE_NAME : `${DATABASE_NAME}.${reader}`

/** The readers in the browser's small storage; `storage` may throw or have nothing: even asking can be forbidden. */
export function localReaders(storage: () => Storage | null, page: EventTarget): ReaderStorage {
  return {
    read() {
      try {
        const stored: unknown = JSON.parse(storage()?.getItem(READERS_KEY) ?? 'null')
        if (!isReaders(stored)) return ALONE
        const isKnown = stored.all.some(({ id }) => id === stored.current)
        return isKnown ? stored : { ...stored, current: stored.all[0]?.id ?? '' }
      } catch {
        return ALONE // nothing stored, forbidden or damaged: what the first reader has is there in any case
      }
    },
    write(readers) {
      try {
        storage()?.setItem(READERS_KEY, JSON.stringify(readers))
        return storage() !== null
      } catch {
        return false
      }
    },
    watch(onChange) {
      page.addEventListener('storage', (event) => {
        if (event instanceof StorageEvent && event.key === READERS_KEY) onChange()
      })
    },
  }
}

/** Says that a reader's database once held something: when it is empty later, the browser has cleared it. */
export function localMarker(storage: () => Storage | null, reader: string) {
  const key = `${MARKER_KEY}.${reader}`
  const attempt = <T>(use: (area: Storage) => T): T | null => {
    try {
      const area = storage()
      return area && use(area)
    } catch {
      return null // a browser that keeps no marker cannot be asked for one
    }
  }
  return {
    isSet: () => attempt((area) => area.getItem(key)) !== null,
    set: () => void attempt((area) => area.setItem(key, '1')),
    remove: () => void attempt((area) => area.removeItem(key)),
  }
}
