import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { AttemptId, QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import { articleOf } from '#core/lesson/questions.ts'
import type { Lesson, Level, Question } from '#core/lesson/model.ts'
import {
  type AttemptSummary,
  type Confidence,
  type Happening,
  type ProgressEvent,
  type SittingPolicy,
} from '#core/progress/events.ts'
import { stamped } from '#core/progress/stamp.ts'
import { foldSession, step, type SessionContext } from '#core/session/step.ts'
import { missedQuestions, summarise } from '#core/session/score.ts'
import type { Session } from '#core/session/session.ts'
import { interactions } from '#interactions/registry.ts'
import { useLibraryStore } from './library.ts'
import { DRAFT_DELAY_MS, useProgressStore } from './progress.ts'
import { useServices } from './services.ts'
import { useSettingsStore } from './settings.ts'

/** The sitting at hand: folds what happens, and hands it to the progress store to be kept. */
export const useSessionStore = defineStore('session', () => {
  const services = useServices()
  const progress = useProgressStore()
  const settings = useSettingsStore()
  const library = useLibraryStore()
  const lesson = shallowRef<Lesson | null>(null)
  const session = shallowRef<Session | null>(null)
  /** Responses that are not in the log yet. */
  const drafts = shallowReactive(new Map<QuestionId, unknown>())
  const isResumed = ref(false)
  let unstored: ProgressEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOpening = false
  /** On this page's clock: when the sitting's time was last counted. */
  let seenAtMs = 0
  /** The lesson's rest is needed and could not be fetched; `complete` tries again. */
  const isRestMissing = ref(false)
  const waiting: (() => void)[] = []

  const context = computed<SessionContext | null>(() =>
    lesson.value ? { lesson: lesson.value, interactions } : null,
  )
  const isActive = computed(() => session.value !== null && session.value.nextSeq > 1)

  /** Starts a fresh sitting in memory; it is stored with the first thing that the reader does. */
  function start(
    of: Lesson,
    options: { questions?: readonly QuestionId[]; level?: Level; policy?: SittingPolicy } = {},
  ): void {
    flushDrafts()
    lesson.value = of
    const begun = stamp(services.newId() as AttemptId, 0, {
      // a new id is the only source of attempt ids
      kind: 'attempt-started',
      lesson: of.id,
      contentHash: of.contentHash,
      level: usualLevel(of, options.level),
      policy: options.policy ?? usualPolicy(),
      questions: options.questions ?? of.questions.map((question) => question.id),
    })
    unstored = [begun]
    isResumed.value = false
    seenAtMs = begun.elapsedMs
    session.value = foldSession([begun], { lesson: of, interactions })
  }

  /** The level that was read last, where the lesson has it. */
  function usualLevel(of: Lesson, wanted = settings.values.level ?? of.defaultLevel): Level {
    return of.articles[wanted] === undefined ? of.defaultLevel : wanted
  }

  /** As the settings have it, where nothing was chosen for this sitting. */
  const usualPolicy = (): SittingPolicy => ({
    retries: settings.values.retries,
    givesAnswer: settings.values.givesAnswer,
    feedback: settings.values.pace === 'one' ? 'question' : 'section',
  })

  /** Makes sure that there is a running sitting of this lesson, before its page is shown: the one at hand, or one that begins now. */
  function prepare(of: Lesson): void {
    if (!isActive.value || lesson.value?.id !== of.id || session.value?.status !== 'running') start(of)
  }

  /** Whether the sitting that has just been begun is what the settings ask for. */
  function isAsSet(of: Lesson): boolean {
    const begun = unstored[0]?.happening
    if (begun?.kind !== 'attempt-started' || lesson.value !== of) return false
    const usual = Object.entries(usualPolicy())
    const policy = new Map<string, unknown>(Object.entries(begun.policy))
    return begun.level === usualLevel(of) && usual.every(([name, value]) => policy.get(name) === value)
  }

  /** Puts a corrected lesson in place while its author works on it: a fresh sitting at the same section. */
  function replaceLesson(of: Lesson): void {
    const section = session.value?.section
    if (lesson.value?.id !== of.id || section === undefined) return
    start(of)
    const isStillThere = of.questions.some((question) => question.section === section)
    if (session.value !== null && isStillThere) session.value = { ...session.value, section }
  }

  /** Fetches what the opening of a lesson leaves out; false when that cannot be had now, which `isRestMissing` says. */
  async function complete(of = lesson.value): Promise<boolean> {
    if (of === null) return false
    if (of.part === undefined) return true
    const whole = await library.loadWhole(of.id).catch(() => null)
    if (lesson.value?.id === of.id) {
      isRestMissing.value = whole === null
      lesson.value = whole ?? lesson.value
    }
    return whole !== null
  }

  /** Settles with the whole lesson, however often it has to be asked for: a stored sitting goes on in nothing less. */
  async function completed(of: Lesson): Promise<void> {
    while (!(await complete(of))) await new Promise<void>((again) => waiting.push(again))
  }

  /** The reader asks again for what could not be fetched. */
  function retryRest(): void {
    if (waiting.length === 0) void complete()
    for (const again of waiting.splice(0)) again()
  }

  /** Goes on with a stored attempt; false when it cannot be read or does not fit the lesson any more. */
  async function resume(of: Lesson, attempt: AttemptId): Promise<boolean> {
    flushDrafts()
    const folded = foldSession(await progress.readAttempt(attempt), { lesson: of, interactions })
    if (folded === null) return false
    lesson.value = of
    unstored = []
    session.value = folded
    seenAtMs = services.clock.elapsedMs()
    isResumed.value = true
    return true
  }

  /**
   * Opens a lesson where the device says that the reader was; true when a stored sitting goes on. A sitting at hand stays.
   * What is answered while the device is still asked is held back, and then belongs to the sitting that goes on.
   */
  async function openLesson(of: Lesson): Promise<boolean> {
    settings.restore()
    if (isActive.value && lesson.value?.id === of.id) return false
    isOpening = true
    await progress.open()
    const early = isActive.value ? [] : takeDrafts()
    const running = latestAttempt(of.id, 'running')
    const isElsewhere = (settings.values.level ?? of.defaultLevel) !== of.defaultLevel
    if (running !== undefined || isElsewhere) await completed(of)
    const known = library.loaded(of.id) ?? of
    const wasResumed = !isActive.value && running !== undefined && (await resume(known, running.attempt))
    if (!wasResumed && !isActive.value && !isAsSet(known)) start(known)
    if (wasResumed) await meetCorrection(known)
    isOpening = false
    for (const [question, response] of early) respond(question, response)
    return wasResumed
  }

  /** Another tab has begun a sitting of this lesson: while nothing was answered here, there is one, and it goes on here too. */
  async function meetOther(attempt: AttemptId): Promise<void> {
    const isKnown = progress.attempts.some((one) => one.attempt === attempt)
    if (isKnown || isActive.value || drafts.size > 0 || lesson.value === null) return
    await progress.relist()
    if (lesson.value !== null && latestAttempt(lesson.value.id, 'running') !== undefined)
      await openLesson(lesson.value)
  }

  /** A new sitting on purpose: stored at once, so that it is the one that goes on. Without a policy the settings' holds. */
  function redo(of: Lesson, questions: readonly QuestionId[], policy?: SittingPolicy): void {
    const level = lesson.value?.id === of.id ? session.value?.level : undefined
    start(of, { questions, ...(level && { level }), ...(policy && { policy }) })
    if (session.value !== null)
      record({ kind: 'place-moved', section: session.value.section, question: null })
  }

  /** Opens the newest finished sitting of a lesson, for its result; false when there is none. */
  async function openResult(of: Lesson): Promise<boolean> {
    settings.restore()
    await progress.open()
    if (session.value?.status === 'finished' && lesson.value?.id === of.id) return true
    const finished = latestAttempt(of.id, 'finished')
    if (finished === undefined || !(await resume(of, finished.attempt))) return false
    await meetCorrection(of)
    return true
  }

  /** A later edition of the lesson was opened since: a sitting goes on in it, a finished one says what it did not know. */
  async function meetCorrection(of: Lesson): Promise<void> {
    const met = session.value
    if (met === null || met.contentHash === of.contentHash) return
    const correction = await library.correctionSince(of.id, met.contentHash)
    if (correction === null) return
    if (met.status === 'running')
      record({ kind: 'lesson-corrected', contentHash: of.contentHash, ...correction })
    else session.value = { ...met, correction }
  }

  /** The newest sitting of a lesson, running or finished. */
  const latestAttempt = (id: string, status?: Session['status']): AttemptSummary | undefined =>
    progress.sittings.find(
      (attempt) => attempt.lesson === id && (status === undefined || attempt.status === status),
    )

  /** What did not come out right at the first try of the last finished sitting; empty without one. */
  async function missedLast(of: Lesson): Promise<readonly QuestionId[]> {
    await progress.open()
    const finished = latestAttempt(of.id, 'finished')
    if (finished === undefined) return []
    const folded = foldSession(await progress.readAttempt(finished.attempt), { lesson: of, interactions })
    return folded === null ? [] : missedQuestions(folded)
  }

  const stamp = (attempt: AttemptId, seq: number, happening: Happening): ProgressEvent =>
    stamped(services.clock, { attempt, seq, happening })

  function record(happening: Happening): void {
    if (progress.isFollowing || session.value === null || context.value === null || lesson.value === null)
      return
    const event = stamp(session.value.attempt, session.value.nextSeq, happening)
    const moved = step(session.value, event, context.value)
    if (moved === null) return
    session.value = moved
    seenAtMs = event.elapsedMs
    const events = [...unstored, event]
    unstored = []
    void progress.append(events, summarise(moved, lesson.value))
  }

  /** Keeps a response at once on the screen and soon in the log. */
  function respond(question: QuestionId, response: unknown): void {
    if (progress.isFollowing) return
    drafts.set(question, response)
    progress.unsavedDrafts = drafts.size
    clearTimeout(timer)
    timer = setTimeout(() => !isOpening && flushDrafts(), DRAFT_DELAY_MS)
  }

  function takeDrafts(): readonly (readonly [QuestionId, unknown])[] {
    clearTimeout(timer)
    const waiting = [...drafts]
    drafts.clear()
    progress.unsavedDrafts = 0
    return waiting
  }

  /** Writes responses that are still waiting. */
  function flushDrafts(): void {
    for (const [question, response] of takeDrafts()) record({ kind: 'response-given', question, response })
  }

  const act = (happening: Happening): void => {
    flushDrafts()
    record(happening)
  }

  let wantedLevel: Level | null = null
  /** The last call wins, however long the rest of the lesson takes. */
  async function changeLevel(level: Level): Promise<void> {
    wantedLevel = level
    const isThere = lesson.value?.part === undefined || (await complete())
    if (isThere && wantedLevel === level) act({ kind: 'level-changed', level })
  }

  /** Milliseconds of this sitting until now, without the time in which its page was closed. */
  const spentMs = (): number => (session.value?.usedMs ?? 0) + services.clock.elapsedMs() - seenAtMs

  /** What was answered and not checked yet is checked now; where feedback comes at the end, everything. */
  function finish(): void {
    flushDrafts()
    if (session.value === null) return
    const { order, policy, questions } = session.value
    const isUnchecked = (id: QuestionId): boolean => {
      const asked = questions[id]
      return (
        asked?.phase === 'open' && asked.response !== null && asked.response !== asked.tries.at(-1)?.response
      )
    }
    const unchecked = policy.feedback === 'end' ? order : order.filter(isUnchecked)
    if (unchecked.length > 0) act({ kind: 'checked', questions: unchecked })
    act({ kind: 'attempt-finished' })
  }

  progress.keepDraftsWith(flushDrafts)

  const responseOf = (question: QuestionId): unknown =>
    drafts.has(question) ? drafts.get(question) : (session.value?.questions[question]?.response ?? null)

  /** Questions of this sitting in one section, with their number in the sitting. */
  const numbered = computed(() => {
    const known = new Map(
      lesson.value?.questions.map((question): [QuestionId, Question] => [question.id, question]),
    )
    return (session.value?.order ?? []).flatMap((id, index) => {
      const question = known.get(id)
      return question === undefined ? [] : [{ question, number: index + 1 }]
    })
  })

  return {
    lesson,
    session,
    isActive,
    isResumed,
    /** Reads what another tab has stored of the sitting at hand. */
    reread: async () =>
      lesson.value !== null && session.value !== null && resume(lesson.value, session.value.attempt),
    numbered,
    article: computed(() =>
      lesson.value && session.value ? articleOf(lesson.value, session.value.level) : null,
    ),
    start,
    prepare,
    replaceLesson,
    complete,
    retryRest,
    isRestMissing,
    openLesson,
    meetOther,
    openResult,
    redo,
    usualPolicy,
    latestAttempt,
    missedLast,
    respond,
    responseOf,
    flushDrafts,
    check: (questions: readonly QuestionId[]) => act({ kind: 'checked', questions }),
    retry: (question: QuestionId) => act({ kind: 'retried', question }),
    showAnswer: (question: QuestionId) => act({ kind: 'answer-shown', question }),
    moveTo: (section: SectionId, question: QuestionId | null = null) =>
      act({ kind: 'place-moved', section, question }),
    changeLevel,
    giveConfidence: (question: QuestionId, confidence: Confidence | null) =>
      act({ kind: 'confidence-given', question, confidence }),
    prove: (question: QuestionId, sentence: SentenceId | null) =>
      act({ kind: 'proof-given', question, sentence }),
    lookBack: (question: QuestionId) => act({ kind: 'looked-back', question }),
    dispute: (question: QuestionId, isDisputed: boolean) => act({ kind: 'disputed', question, isDisputed }),
    /** Milliseconds more; null: no limit any more. */
    extendTime: (byMs: number | null) => act({ kind: 'time-extended', byMs }),
    spentMs,
    finish,
  }
})
