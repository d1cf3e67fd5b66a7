import { err, ok } from '#core/kernel/result.ts'
import type { SettingsStorage, StorageFault } from '#core/progress/repository.ts'
import { errorDetail, errorName, faultOf } from '../fault.ts'

/** The early script of `app/` reads it too. */
export const SETTINGS_KEY = 'proofline.settings'

/** Settings in the browser's small storage, under one key. `storage` may throw or have nothing: even asking can be forbidden. */
export function localSettings(storage: () => Storage | null): SettingsStorage {
  return {
    read() {
      try {
        return JSON.parse(storage()?.getItem(SETTINGS_KEY) ?? 'null') as unknown
      } catch {
        return null // forbidden or damaged: both are as good as nothing
      }
    },
    write(settings) {
      try {
        const area = storage()
        if (!area) return err({ kind: 'unavailable', detail: 'There is no localStorage here' })
        area.setItem(SETTINGS_KEY, JSON.stringify(settings) ?? 'null')
        return ok(undefined)
      } catch (error) {
        return err(settingsFault(error))
      }
    },
  }
}

/** Firefox has a name of its own for a full storage. */
const settingsFault = (error: unknown): StorageFault =>
  errorName(error) === 'NS_ERROR_DOM_QUOTA_REACHED'
    ? { kind: 'quota', detail: errorDetail(error) }
    : faultOf(error)
