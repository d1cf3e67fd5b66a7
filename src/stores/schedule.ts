import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { isoOfDay, type Day } from '#core/kernel/day.ts'
import type { AttemptOutcomes } from '#core/progress/outcomes.ts'
import { dueCards, isStillAsked, reviewCards, reviewedOn, type ReviewCard } from '#core/review/queue.ts'
import { dueDay } from '#core/review/schedule.ts'
import { useLibraryStore } from './library.ts'
import { useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSettingsStore } from './settings.ts'

/** What was answered over all lessons, and what is due: worked out from the outcomes that the device keeps, whenever it is asked for. */
export const useScheduleStore = defineStore('schedule', () => {
  const { clock } = useServices()
  const progress = useProgressStore()
  const library = useLibraryStore()
  const settings = useSettingsStore()
  const history = shallowRef<readonly AttemptOutcomes[]>([])
  const today = ref<Day>(0)
  const state = ref<'waiting' | 'ready' | 'failed'>('waiting')

  const lessons = computed(() => new Map(library.index.map((lesson) => [lesson.id, lesson])))

  const asked = (card: ReviewCard): boolean => {
    const lesson = lessons.value.get(card.lesson)
    if (lesson === undefined) return false // it is not here any more
    const validUntil = lesson.expiring?.[card.last.question]
    return validUntil === undefined || isStillAsked({ validUntil }, isoOfDay(today.value))
  }
  /** What was answered before a later edition changed the question was said of another question. */
  function withoutOlderEditions(attempt: AttemptOutcomes): AttemptOutcomes {
    const changed = lessons.value.get(attempt.lesson)?.changed
    if (changed === undefined) return attempt
    const outcomes = attempt.outcomes.filter(({ question, atMs }) => atMs >= (changed[question] ?? -Infinity))
    return { ...attempt, outcomes }
  }

  /** The questions of lessons that are still here and of facts that still hold. */
  const cards = computed(() =>
    reviewCards(history.value.map(withoutOlderEditions), clock.dayOf, today.value).filter(asked),
  )
  const due = computed(() => dueCards(cards.value, today.value))
  const reviewedToday = computed(() => reviewedOn(history.value, today.value, clock.dayOf))
  /** How many of them the daily limit leaves for today. */
  const dueToday = computed(() =>
    Math.min(due.value.length, Math.max(0, settings.values.dailyReviews - reviewedToday.value)),
  )
  /** The next day on which something comes due; null when nothing ever does. */
  const nextDay = computed(() => {
    const days = cards.value
      .map(({ memory }) => dueDay(memory, today.value))
      .filter((day) => day > today.value)
    return days.length === 0 ? null : days.reduce((one, other) => Math.min(one, other))
  })

  /** Reads what the device holds now. Attempts whose outcomes are missing are worked out anew from their events. */
  async function refresh(): Promise<void> {
    const hasIndex = await library.loadIndex().then(
      () => true,
      () => false,
    )
    const repository = await progress.open()
    await progress.flush()
    let listed = await repository.listOutcomes()
    const missing = listed.ok ? withoutOutcomes(listed.value) : []
    if (missing.length > 0) {
      await progress.rebuild(missing)
      listed = await repository.listOutcomes()
    }
    today.value = clock.dayOf(clock.nowMs())
    if (listed.ok) history.value = listed.value
    state.value = listed.ok && hasIndex ? 'ready' : 'failed'
  }

  /** An attempt in which something was settled has outcomes, unless they were lost or are older than outcomes are. */
  function withoutOutcomes(listed: readonly AttemptOutcomes[]) {
    const known = new Set(listed.map(({ attempt }) => attempt))
    return progress.attempts
      .filter(({ attempt, settledQuestions }) => settledQuestions > 0 && !known.has(attempt))
      .map(({ attempt }) => attempt)
      .filter((attempt) => !rebuilt.has(attempt) && rebuilt.add(attempt))
  }
  /** Once is enough: an answer that was shown without a check has no outcome, and will have none. */
  const rebuilt = new Set<string>()

  return { history, cards, due, today, state, reviewedToday, dueToday, nextDay, refresh }
})
