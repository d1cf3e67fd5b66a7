import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { StoredAttempt } from '#core/progress/archive.ts'
import { isSitting, type AttemptSummary, type ProgressEvent } from '#core/progress/events.ts'
import type { AttemptRecord } from '#core/progress/outcomes.ts'
import type { ProgressRepository, StorageFault } from '#core/progress/repository.ts'
import { useLibraryStore } from './library.ts'
import { useServices } from './services.ts'

interface Batch {
  readonly events: readonly ProgressEvent[]
  readonly summary: AttemptRecord
}

/** Typed text is stored when the reader rests for so long; a check, a move or leaving the page stores it at once. */
export const DRAFT_DELAY_MS = 300

/** `memory`: kept until the page is closed. `failed`: the device refused; answers stay in memory and are tried again. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'memory' | 'failed'

/** The log of what was done, on its way to the device. Nothing counts as saved before the device said so. */
export const useProgressStore = defineStore('progress', () => {
  const services = useServices()
  const library = useLibraryStore()
  const repository = shallowRef<ProgressRepository | null>(null)
  const fault = ref<StorageFault | null>(null)
  const attempts = shallowRef<readonly AttemptSummary[]>([])
  const queue = shallowRef<readonly Batch[]>([])
  const unsavedDrafts = ref(0)
  const hasSaved = ref(false)
  /** A new object with every save, for who tells others of it. */
  const lastSaved = shallowRef<{ readonly attempt: AttemptId } | null>(null)
  /** An older tab keeps the data: nothing can be read or saved before it lets go. */
  const isBlocked = ref(false)
  /** Another tab writes the sitting at hand: what happens there is shown, and nothing can be done here. */
  const isFollowing = ref(false)
  /** There was data here, and it is gone although nobody here has removed it. */
  const isLost = ref(false)
  /** Of an attempt that was read here, less could be used than is known to have been stored. */
  const isDamaged = ref(false)
  /** Whole logs as this page knows them: what the device refuses or loses can be written again, or saved as a file. */
  const logs = new Map<AttemptId, readonly ProgressEvent[]>()
  /** Each writes what is not on its way yet, such as text that is being typed. */
  const keepers = new Set<() => void>()
  let opening: Promise<ProgressRepository> | null = null
  let draining: Promise<void> | null = null

  const saveState = computed<SaveState>(() => {
    if (repository.value?.kind === 'memory') return 'memory'
    if (fault.value !== null) return 'failed'
    if (queue.value.length > 0 || unsavedDrafts.value > 0) return 'saving'
    return hasSaved.value ? 'saved' : 'idle'
  })

  /** Something of what was answered is in this page and nowhere else. */
  const isOnlyCopy = computed(
    () => queue.value.length > 0 || (repository.value?.kind === 'memory' && attempts.value.length > 0),
  )

  function keepDrafts(): void {
    for (const keep of keepers) keep()
  }

  /** Opens the device's storage once and reads the list of attempts, not their events. */
  function open(): Promise<ProgressRepository> {
    opening ??= services
      .openProgress({
        beforeClosing() {
          keepDrafts()
          return queue.value.length > 0 ? flush() : null
        },
        onBlockedByNewer: () => {
          fault.value = { kind: 'newer', detail: 'a later version has been opened in another tab' }
        },
        onBlocked: () => {
          isBlocked.value = true
        },
        onUnblocked: () => {
          isBlocked.value = false
        },
      })
      .then(async (opened) => {
        repository.value = opened.repository
        isBlocked.value = false
        fault.value = opened.fault
        await list(opened.repository)
        return opened.repository
      })
    return opening
  }

  /** Summaries are a cache: where there are none, they are worked out from the events; where there are no events either, data was lost. */
  async function list(from: ProgressRepository): Promise<void> {
    const listed = await from.listAttempts()
    if (!listed.ok) {
      fault.value = listed.error
      return
    }
    attempts.value = listed.value
    for (const { summary } of queue.value) toFront(summary) // answered while the device was still asked
    if (from.kind !== 'device') return
    const { archive } = from
    const isEmpty = listed.value.length === 0
    if (!isEmpty) {
      const kept = await archive.countSummaries()
      if (!kept.ok || kept.value === listed.value.length) return // those that are not listed cannot be used
    }
    const unlisted = await archive.unlistedAttempts()
    if (!unlisted.ok) return
    if (unlisted.value.length > 0) await rebuild(unlisted.value)
    else if (isEmpty) isLost.value = services.device?.marker.isSet() === true
  }

  /** Works out summaries anew and shows the list that comes of it. */
  async function rebuild(ids: readonly AttemptId[]): Promise<void> {
    const target = repository.value
    if (target === null) return
    const { rebuildSummaries } = await import('./rebuild.ts')
    await rebuildSummaries(target, ids, (id) => library.loadWhole(id))
    await relist()
  }

  /** Shows what is stored, after it has changed as a whole. */
  async function relist(): Promise<void> {
    const listed = await repository.value?.listAttempts()
    if (listed?.ok === true) attempts.value = listed.value
    if (attempts.value.length > 0) isLost.value = false
  }

  /** Puts events in line and starts to save; the promise resolves when the line is empty or stuck. */
  function append(events: readonly ProgressEvent[], summary: AttemptRecord): Promise<void> {
    const known = logs.get(summary.attempt) ?? []
    if (events[0]?.seq === known.length) logs.set(summary.attempt, [...known, ...events])
    queue.value = [...queue.value, { events, summary }]
    toFront(summary)
    return flush()
  }

  function toFront(summary: AttemptSummary): void {
    attempts.value = [summary, ...attempts.value.filter(({ attempt }) => attempt !== summary.attempt)]
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
      if (target.kind !== 'device') continue
      fault.value = null
      isLost.value = false
      services.device?.marker.set()
      lastSaved.value = { attempt: batch.summary.attempt }
    }
  }

  /** The reader asks again. Where the beginning of a sitting is gone from the device, all that this page knows of it is written. */
  function retry(): Promise<void> {
    const [stuck] = queue.value
    const log = stuck && logs.get(stuck.summary.attempt)
    if (fault.value?.kind === 'gap' && stuck !== undefined && log?.[0]?.seq === 0) {
      const { attempt } = stuck.summary
      const own = queue.value.filter(({ summary }) => summary.attempt === attempt)
      const others = queue.value.filter(({ summary }) => summary.attempt !== attempt)
      queue.value = [{ events: log, summary: own.at(-1)?.summary ?? stuck.summary }, ...others]
    }
    return flush()
  }

  /** The attempts that are not whole on the device, as this page knows them. */
  function unsaved(): readonly StoredAttempt[] {
    const waiting = new Map(queue.value.map(({ summary }) => [summary.attempt, summary]))
    return [...waiting].flatMap(([attempt, summary]) => {
      const events = logs.get(attempt)
      return events?.[0]?.seq === 0 ? [{ events, summary: { ...summary, nextSeq: events.length } }] : []
    })
  }

  /** The events of an attempt; an empty list when they cannot be read, and the fault is shown. What is damaged among them is told of once. */
  async function readAttempt(attempt: AttemptSummary['attempt']): Promise<readonly ProgressEvent[]> {
    const target = await open()
    const read = await target.readAttempt(attempt)
    if (read.ok) {
      const isOnItsWay = queue.value.some(({ summary }) => summary.attempt === attempt)
      if (isOnItsWay) return read.value
      logs.set(attempt, read.value)
      if (isShort(attempt, read.value)) {
        isDamaged.value = true
        await rebuild([attempt]) // its summary promises no more what is gone
      }
      return read.value
    }
    fault.value = read.error
    return []
  }

  const isShort = (attempt: AttemptId, events: readonly ProgressEvent[]): boolean =>
    attempts.value.some((one) => one.attempt === attempt && one.nextSeq > events.length)

  return {
    attempts,
    /** Neither reviews and practice nor what was marked in a text. */
    sittings: computed(() => attempts.value.filter(isSitting)),
    fault,
    saveState,
    isOnlyCopy,
    unsavedDrafts,
    lastSaved,
    isBlocked,
    isFollowing,
    isLost,
    isDamaged,
    open,
    append,
    flush,
    retry,
    rebuild,
    relist,
    unsaved,
    readAttempt,
    repository,
    keepDrafts,
    /** Until the returned function is called. */
    keepDraftsWith(keep: () => void): () => void {
      keepers.add(keep)
      return () => void keepers.delete(keep)
    },
    repositoryKind: computed(() => repository.value?.kind ?? null),
  }
})
