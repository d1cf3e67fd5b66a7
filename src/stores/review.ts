import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { AttemptId, QuestionId, SentenceId } from '#core/kernel/ids.ts'
import type { Lesson, Misreading, Question } from '#core/lesson/model.ts'
import type { SittingClaim } from '#core/progress/device.ts'
import type { AttemptSummary, Confidence, Happening, ProgressEvent } from '#core/progress/events.ts'
import { cardKey, keyOfCard, wordingOf, type ReviewCard } from '#core/review/queue.ts'
import { reviewPolicy } from '#core/review/sitting.ts'
import { stamped } from '#core/progress/stamp.ts'
import { summarise } from '#core/session/score.ts'
import type { Session } from '#core/session/session.ts'
import { foldSession, step } from '#core/session/step.ts'
import { interactions, logicOf } from '#interactions/registry.ts'
import { claimAlone } from './claim-alone.ts'
import { useLibraryStore } from './library.ts'
import { DRAFT_DELAY_MS, useProgressStore } from './progress.ts'
import { useScheduleStore } from './schedule.ts'
import { useServices } from './services.ts'
import { useSettingsStore } from './settings.ts'

/** One question on today's pile. */
export interface DeckItem {
  readonly attempt: AttemptId
  readonly lesson: Lesson
  /** In the words in which it is asked this time. */
  readonly question: Question
  /** Null where the schedule does not hold it any more. */
  readonly card: ReviewCard | null
}

/** What is to be laid out. */
type Found = Pick<DeckItem, 'lesson' | 'question'> & { readonly card: ReviewCard }

interface Part {
  readonly lesson: Lesson
  readonly session: Session
  /** Its beginning, which is stored with the first thing that the reader does. */
  readonly unstored: readonly ProgressEvent[]
}

/**
 * Questions of many lessons in one go: what is due today, or what tempts by one misreading. Each lesson has an attempt of its own, so
 * that the log stays a log of lessons.
 */
export const useReviewStore = defineStore('review', () => {
  const services = useServices()
  const progress = useProgressStore()
  const library = useLibraryStore()
  const settings = useSettingsStore()
  const schedule = useScheduleStore()
  const deck = shallowRef<readonly DeckItem[]>([])
  const parts = shallowReactive(new Map<AttemptId, Part>())
  const index = ref(0)
  const draft = shallowRef<{ readonly item: DeckItem; readonly response: unknown } | null>(null)
  /** Lessons that could not be fetched now: their questions wait. */
  const isIncomplete = ref(false)
  let claims: SittingClaim[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const current = computed(() => deck.value[index.value] ?? null)
  const session = computed(() => (current.value && parts.get(current.value.attempt)?.session) ?? null)

  /** Lays out today's pile, first what an interrupted review of today has left; true when there is something to ask. */
  async function beginReview(limit: number): Promise<boolean> {
    await clear()
    await schedule.refresh()
    await takeUp('review')
    const taken = new Set(deck.value.map(keyOf))
    const found: Found[] = []
    for (const card of schedule.due) {
      if (deck.value.length + found.length >= limit) break
      if (taken.has(keyOfCard(card))) continue
      const lesson = await whole(card.lesson)
      const question = lesson?.questions.find(({ id }) => id === card.last.question)
      if (lesson !== null && question !== undefined) found.push({ lesson, question, card })
    }
    layOut('review', found)
    return deck.value.length > 0
  }

  /** Lays out questions of the lessons that were read, each with a distractor of this misreading; what went wrong by it comes first. */
  async function beginDrill(misreading: Misreading, limit: number): Promise<boolean> {
    await clear()
    await schedule.refresh()
    await takeUp('misreading')
    const cards = new Map(schedule.cards.map((card) => [keyOfCard(card), card]))
    const fallenFirst = (one: ReviewCard, other: ReviewCard): number => fellFor(other) - fellFor(one)
    const fellFor = ({ last }: ReviewCard): number => Number(last.misreadings.includes(misreading))
    const lessons = new Set(schedule.cards.toSorted(fallenFirst).map(({ lesson }) => lesson))
    const found: Found[] = []
    for (const id of lessons) {
      const lesson = await whole(id)
      for (const question of lesson?.questions ?? []) {
        const card = cards.get(cardKey({ lesson: id, question: question.id }))
        // Never before its section was read.
        if (lesson !== null && card !== undefined && temptsBy(question, misreading))
          found.push({ lesson, question, card })
      }
      if (found.length >= limit * 2) break
    }
    const order = found.toSorted((one, other) => fallenFirst(one.card, other.card))
    layOut('misreading', order.slice(0, limit))
    return deck.value.length > 0
  }

  const temptsBy = ({ type, body }: Question, misreading: Misreading): boolean =>
    logicOf(type)
      .choices(body)
      .some((choice) => choice.misreading === misreading)

  async function whole(id: string): Promise<Lesson | null> {
    try {
      return await library.loadWhole(id)
    } catch {
      isIncomplete.value = true
      return null
    }
  }

  /** One attempt a lesson; the order of the pile goes over all of them. */
  function layOut(mode: 'review' | 'misreading', found: readonly Found[]): void {
    const attempts = new Map<Lesson, AttemptId>()
    for (const lesson of new Set(found.map((one) => one.lesson))) {
      const questions = found.filter((one) => one.lesson === lesson).map(({ question }) => question.id)
      attempts.set(lesson, start(mode, lesson, questions))
    }
    const added = found.flatMap(({ lesson, question, card }) => {
      const attempt = attempts.get(lesson)
      return attempt === undefined ? [] : [{ attempt, lesson, question: reworded(question, card), card }]
    })
    deck.value = [...deck.value, ...added]
  }

  const reworded = (question: Question, card: ReviewCard | null): Question =>
    card === null ? question : { ...question, stem: wordingOf(question, card.memory) }

  function start(mode: 'review' | 'misreading', lesson: Lesson, questions: readonly QuestionId[]): AttemptId {
    const attempt = services.newId() as AttemptId // a new id is the only source of attempt ids
    const level = settings.values.level ?? lesson.defaultLevel
    const happening = {
      kind: 'attempt-started',
      lesson: lesson.id,
      contentHash: lesson.contentHash,
      level: lesson.articles[level] === undefined ? lesson.defaultLevel : level,
      policy: reviewPolicy(mode, attempt),
      questions,
    } as const
    const begun = stamped(services.clock, { attempt, seq: 0, happening })
    const folded = foldSession([begun], { lesson, interactions })
    if (folded !== null) parts.set(attempt, { lesson, session: folded, unstored: [begun] })
    void isOurs(attempt) // another tab's review leaves it alone
    return attempt
  }

  /**
   * Goes on with the review that was begun today and is in no other tab's hands. What is older is put away, since its open questions are
   * due anyway, and so are drills, of which each is a new one.
   */
  async function takeUp(mode: 'review' | 'misreading'): Promise<void> {
    const running = progress.attempts.filter((one) => one.mode === mode && one.status === 'running')
    for (const summary of running) {
      if (!(await isOurs(summary.attempt))) continue
      const lesson = await whole(summary.lesson)
      const folded =
        lesson && foldSession(await progress.readAttempt(summary.attempt), { lesson, interactions })
      if (lesson === null || folded === null) continue
      parts.set(summary.attempt, { lesson, session: folded, unstored: [] })
      const goesOn = mode === 'review' && services.clock.dayOf(folded.startedAtMs) === schedule.today
      if (goesOn) deck.value = [...deck.value, ...openItems(lesson, folded)]
      else finishPart(summary.attempt)
    }
  }

  const openItems = (lesson: Lesson, { attempt, order, questions }: Session): readonly DeckItem[] =>
    order.flatMap((id) => {
      const question = lesson.questions.find((one) => one.id === id)
      const card = schedule.cards.find((one) => one.lesson === lesson.id && one.last.question === id) ?? null
      return question === undefined || questions[id]?.phase === 'settled'
        ? []
        : [{ attempt, lesson, question: reworded(question, card), card }]
    })

  /** Whether this tab may write an attempt; it keeps it until the pile is put away. */
  async function isOurs(attempt: AttemptSummary['attempt']): Promise<boolean> {
    const claim = await claimAlone(services.device, attempt)
    if (claim !== null) claims.push(claim)
    return claim !== null
  }

  function record(attempt: AttemptId, happening: Happening): void {
    const part = parts.get(attempt)
    if (part === undefined) return
    const event = stamped(services.clock, { attempt, seq: part.session.nextSeq, happening })
    const moved = step(part.session, event, { lesson: part.lesson, interactions })
    if (moved === null) return
    parts.set(attempt, { lesson: part.lesson, session: moved, unstored: [] })
    void progress.append([...part.unstored, event], summarise(moved, part.lesson))
  }

  /** Keeps a response at once on the screen and soon in the log. */
  function respond(response: unknown): void {
    if (current.value === null) return
    draft.value = { item: current.value, response }
    progress.unsavedDrafts = 1
    clearTimeout(timer)
    timer = setTimeout(flushDraft, DRAFT_DELAY_MS)
  }

  function flushDraft(): void {
    clearTimeout(timer)
    const waiting = draft.value
    if (waiting === null) return
    draft.value = null
    progress.unsavedDrafts = 0
    record(waiting.item.attempt, {
      kind: 'response-given',
      question: waiting.item.question.id,
      response: waiting.response,
    })
  }
  progress.keepDraftsWith(flushDraft)

  /** Says something of the question at hand, behind what was typed. */
  function say(happening: (question: QuestionId) => Happening): void {
    flushDraft()
    if (current.value !== null) record(current.value.attempt, happening(current.value.question.id))
  }

  const response = computed(() =>
    draft.value !== null && draft.value.item === current.value
      ? draft.value.response
      : ((current.value && session.value?.questions[current.value.question.id]?.response) ?? null),
  )

  /** Turns to the next question; after the last one the pile is done. */
  function next(): void {
    flushDraft()
    index.value += 1
    if (current.value === null) finishAll()
  }

  function finishAll(): void {
    flushDraft()
    for (const [attempt, part] of parts)
      if (part.session.status === 'running' && part.unstored.length === 0) finishPart(attempt)
  }

  const finishPart = (attempt: AttemptId): void => record(attempt, { kind: 'attempt-finished' })

  /** Leaves the pile as it lies: what was not answered stays due. */
  async function clear(): Promise<void> {
    flushDraft()
    for (const claim of claims) claim.release()
    claims = []
    parts.clear()
    deck.value = []
    index.value = 0
    isIncomplete.value = false
    await progress.flush()
  }

  return {
    deck,
    index,
    current,
    session,
    response,
    isIncomplete,
    beginReview,
    beginDrill,
    respond,
    next,
    /** The reader has had enough for now. */
    stop() {
      index.value = deck.value.length
      finishAll()
    },
    clear,
    sessionOf: (item: DeckItem): Session | null => parts.get(item.attempt)?.session ?? null,
    check: () => say((question) => ({ kind: 'checked', questions: [question] })),
    showAnswer: () => say((question) => ({ kind: 'answer-shown', question })),
    lookBack: () => say((question) => ({ kind: 'looked-back', question })),
    dispute: (isDisputed: boolean) => say((question) => ({ kind: 'disputed', question, isDisputed })),
    giveConfidence: (confidence: Confidence | null) =>
      say((question) => ({ kind: 'confidence-given', question, confidence })),
    prove: (sentence: SentenceId | null) => say((question) => ({ kind: 'proof-given', question, sentence })),
  }
})

const keyOf = ({ lesson, question }: DeckItem): string =>
  cardKey({ lesson: lesson.id, question: question.id })
