import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { useServices } from './services.ts'

interface Batch {
  readonly events: readonly ProgressEvent[]
  readonly summary: AttemptSummary
}

/** `memory`: kept until the page is closed. `failed`: the device refused; answers stay in memory and are tried again. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'memory' | 'failed'

/** The log of what was done, on its way to the device. Nothing counts as saved before the device said so. */
export const useProgressStore = defineStore('progress', () => {
  const services = useServices()
  const repository = shallowRef<ProgressRepository | null>(null)
  const fault = ref<StorageFault | null>(null)
  const attempts = ref<readonly AttemptSummary[]>([])
  const queue = shallowRef<readonly Batch[]>([])
  const unsavedDrafts = ref(0)
  const hasSaved = ref(false)
  let opening: Promise<ProgressRepository> | null = null
  let draining: Promise<void> | null = null

  const saveState = computed<SaveState>(() => {
    if (repository.value?.kind === 'memory') return 'memory'
    if (fault.value !== null) return 'failed'
    if (queue.value.length > 0 || unsavedDrafts.value > 0) return 'saving'
    return hasSaved.value ? 'saved' : 'idle'
  })

  /** Opens the device's storage once and reads the list of attempts. */
  function open(): Promise<ProgressRepository> {
    opening ??= services.openProgress().then(async (opened) => {
      repository.value = opened.repository
      fault.value = opened.fault
      const listed = await opened.repository.listAttempts()
      if (listed.ok) attempts.value = listed.value
      else fault.value = listed.error
      return opened.repository
    })
    return opening
  }

  /** Puts events in line and starts to save; the promise resolves when the line is empty or stuck. */
  function append(events: readonly ProgressEvent[], summary: AttemptSummary): Promise<void> {
    queue.value = [...queue.value, { events, summary }]
    attempts.value = [summary, ...attempts.value.filter((known) => known.attempt !== summary.attempt)]
    return flush()
  }

  /** Saves what is in line, in order; after a failure it is kept and the next call tries again. */
  function flush(): Promise<void> {
    draining ??= drain().finally(() => {
      draining = null
    })
    return draining
  }

  async function drain(): Promise<void> {
    const target = await open()
    for (let batch = queue.value[0]; batch !== undefined; batch = queue.value[0]) {
      const saved = await target.append(batch.events, batch.summary)
      if (!saved.ok) {
        fault.value = saved.error
        return
      }
      queue.value = queue.value.slice(1)
      hasSaved.value = true
      if (target.kind === 'device') fault.value = null
    }
  }

  /** The events of an attempt; an empty list when they cannot be read, and the fault is shown. */
  async function readAttempt(attempt: AttemptSummary['attempt']): Promise<readonly ProgressEvent[]> {
    const target = await open()
    const read = await target.readAttempt(attempt)
    if (read.ok) return read.value
    fault.value = read.error
    return []
  }

  return {
    attempts,
    fault,
    saveState,
    unsavedDrafts,
    open,
    append,
    flush,
    readAttempt,
    repositoryKind: computed(() => repository.value?.kind ?? null),
  }
})
