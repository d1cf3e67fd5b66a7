import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { Lesson } from '#core/lesson/model.ts'
import type { AttemptSummary, Happening, Highlight, ProgressEvent } from '#core/progress/events.ts'
import type { SittingClaim } from '#core/progress/device.ts'
import { stamped } from '#core/progress/stamp.ts'
import { foldHighlights } from '#core/reading/highlights.ts'
import { claimAlone } from './claim-alone.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'

/** What a reader has marked in the text of the lesson at hand: a log of its own beside those of the sittings. */
export const useReadingStore = defineStore('reading', () => {
  const services = useServices()
  const progress = useProgressStore()
  const lesson = shallowRef<Lesson | null>(null)
  const events = shallowRef<readonly ProgressEvent[]>([])
  /** The log that is written to; null before the first mark, and while another tab writes those that there are. */
  let summary: AttemptSummary | null = null
  let claim: SittingClaim | null = null

  const highlights = computed(() => foldHighlights(events.value))

  /** Reads what the device holds of a lesson. Backups can bring several logs together; the last touched one goes on. */
  async function open(of: Lesson): Promise<void> {
    if (lesson.value?.id === of.id) return
    lesson.value = of
    events.value = []
    summary = null
    claim?.release()
    await progress.open()
    const logs = progress.attempts.filter(({ lesson, mode }) => lesson === of.id && mode === 'reading')
    const [last] = logs
    const ours = last === undefined ? null : await claimAlone(services.device, last.attempt)
    const read = await Promise.all(logs.map(({ attempt }) => progress.readAttempt(attempt)))
    if (lesson.value.id !== of.id || summary !== null) return ours?.release()
    events.value = read.toReversed().flat()
    claim = ours
    if (last !== undefined && ours !== null) summary = { ...last, nextSeq: read[0]?.length ?? last.nextSeq }
  }

  function record(happening: Happening): void {
    if (lesson.value === null) return
    const isNew = summary === null
    const known = summary ?? newSummary(lesson.value)
    const happenings = isNew ? [beginning(lesson.value), happening] : [happening]
    const added = happenings.map((one, index) =>
      stamped(services.clock, { attempt: known.attempt, seq: known.nextSeq + index, happening: one }),
    )
    summary = {
      ...known,
      nextSeq: known.nextSeq + added.length,
      updatedAtMs: services.clock.nowMs(),
    }
    events.value = [...events.value, ...added]
    void progress.append(added, summary)
    if (isNew) void keepToUs(known.attempt)
  }

  /** A tab that is opened later leaves the log to this one. */
  async function keepToUs(attempt: AttemptId): Promise<void> {
    claim = await claimAlone(services.device, attempt)
  }

  const newSummary = (of: Lesson): AttemptSummary => ({
    attempt: services.newId() as AttemptId, // a new id is the only source of attempt ids
    lesson: of.id,
    status: 'running',
    startedAtMs: services.clock.nowMs(),
    updatedAtMs: services.clock.nowMs(),
    nextSeq: 0,
    settledQuestions: 0,
    totalQuestions: 0,
    points: 0,
    maxPoints: 0,
    mode: 'reading',
  })

  return {
    highlights,
    open,
    newId: () => services.newId(),
    keep: (highlight: Highlight) => record({ kind: 'highlighted', highlight }),
    remove: (id: string) => record({ kind: 'highlight-removed', id }),
  }
})

/** Every log says in its first entry what it is about. */
const beginning = (of: Lesson): Happening => ({
  kind: 'attempt-started',
  lesson: of.id,
  contentHash: of.contentHash,
  level: of.defaultLevel,
  policy: { retries: false, givesAnswer: false, mode: 'reading' },
  questions: [],
})
