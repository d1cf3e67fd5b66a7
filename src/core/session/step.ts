import type { GradeContext, LogicRegistry } from '#core/interaction/spec.ts'
import type { QuestionId } from '#core/kernel/ids.ts'
import { evidenceSentences } from '#core/lesson/questions.ts'
import type { Lesson, Question } from '#core/lesson/model.ts'
import type { Happening, ProgressEvent } from '#core/progress/events.ts'
import { gradeWithProof } from './proof.ts'
import { fullPolicy } from './policy.ts'
import { UNTOUCHED, type HintLevel, type QuestionProgress, type Session } from './session.ts'

/** What the fold needs to grade. */
export interface SessionContext {
  readonly lesson: Lesson
  readonly interactions: LogicRegistry
}

/**
 * Moves a sitting on by one event; pure. Events that make no sense in the present state (a retry of a right answer, a question
 * that the lesson no longer has) change nothing but the count, so that an old log can always be read.
 */
export function step(session: Session | null, event: ProgressEvent, context: SessionContext): Session | null {
  if (event.happening.kind === 'attempt-started')
    return session ?? startSession(event, event.happening, context)
  if (session === null || event.seq !== session.nextSeq) return session
  return {
    ...session,
    ...change(session, event, context),
    ...timeSpent(session, event),
    nextSeq: event.seq + 1,
    updatedAtMs: event.atMs,
  }
}

/** The sitting after all its events, in order of `seq`; null when they do not begin with a start. */
export function foldSession(events: readonly ProgressEvent[], context: SessionContext): Session | null {
  return events.reduce<Session | null>((session, event) => step(session, event, context), null)
}

function startSession(
  event: ProgressEvent,
  start: Extract<Happening, { kind: 'attempt-started' }>,
  { lesson }: SessionContext,
): Session | null {
  const known = new Map(lesson.questions.map((question) => [question.id, question]))
  const order = start.questions.filter((id) => known.has(id))
  const first = known.get(order[0] as QuestionId) // undefined is handled below
  if (first === undefined) return null
  const policy = fullPolicy(start.policy)
  return {
    attempt: event.attempt,
    lesson: start.lesson,
    contentHash: start.contentHash,
    policy,
    status: 'running',
    level: lesson.articles[start.level] === undefined ? lesson.defaultLevel : start.level,
    section: first.section,
    question: null,
    order,
    questions: Object.fromEntries(order.map((id) => [id, UNTOUCHED])),
    correction: null,
    nextSeq: event.seq + 1,
    usedMs: 0,
    elapsedMs: event.elapsedMs,
    timeLimitMs: policy.timeLimitMs,
    startedAtMs: event.atMs,
    updatedAtMs: event.atMs,
  }
}

/** A page's clock begins anew with the page: what lies between two pages is no time that was spent. */
const timeSpent = (
  session: Session,
  { elapsedMs }: ProgressEvent,
): Pick<Session, 'usedMs' | 'elapsedMs'> => ({
  usedMs: session.usedMs + Math.max(0, elapsedMs - session.elapsedMs),
  elapsedMs,
})

function change(session: Session, event: ProgressEvent, context: SessionContext): Partial<Session> {
  const { happening } = event
  switch (happening.kind) {
    case 'place-moved':
      return { section: happening.section, question: happening.question }
    case 'level-changed':
      return context.lesson.articles[happening.level] === undefined ? {} : { level: happening.level }
    case 'response-given':
      return whileOpen(session, happening.question, () => ({ response: happening.response, skipped: false }))
    case 'checked':
      return checkedAll(happening.questions, session, event, context)
    case 'retried':
      return withQuestion(session, happening.question, retried)
    case 'answer-shown':
      return withQuestion(session, happening.question, (progress) => shown(progress, event.atMs))
    case 'confidence-given':
      return whileOpen(session, happening.question, ({ tries }) =>
        tries.length === 0 ? { confidence: happening.confidence } : {},
      )
    case 'proof-given':
      return whileOpen(session, happening.question, () => ({ proof: happening.sentence }))
    case 'looked-back':
      return whileOpen(session, happening.question, ({ lookBacks }) => ({ lookBacks: lookBacks + 1 }))
    case 'disputed':
      return disputed(session, happening.question, happening.isDisputed)
    case 'time-extended':
      return { timeLimitMs: extended(session.timeLimitMs, happening.byMs) }
    case 'attempt-started': // only the first one starts
    case 'highlighted':
    case 'highlight-removed':
      return {} // of a reading, which is no sitting
    case 'lesson-corrected':
      return corrected(session, happening, context)
    case 'attempt-finished':
      return { status: 'finished' }
    default:
      happening satisfies never
      return {} // a kind that a later version of the program has written: it counts, and means nothing here
  }
}

const retried = (progress: QuestionProgress): QuestionProgress =>
  progress.phase === 'tried' ? { ...progress, phase: 'open', hint: nextHint(progress.hint) } : progress

const shown = (progress: QuestionProgress, atMs: number): QuestionProgress =>
  progress.phase === 'settled'
    ? progress
    : { ...progress, phase: 'settled', answerShown: true, checkedAtMs: progress.checkedAtMs ?? atMs }

const extended = (limitMs: number | null, byMs: number | null): number | null =>
  limitMs === null || byMs === null ? null : limitMs + Math.max(0, byMs)

/** What belongs to an answer can be changed until the answer is checked. */
const whileOpen = (
  session: Session,
  id: QuestionId,
  given: (progress: QuestionProgress) => Partial<QuestionProgress>,
): Pick<Session, 'questions'> =>
  withQuestion(session, id, (progress) =>
    progress.phase === 'open' ? { ...progress, ...given(progress) } : progress,
  )

const checkedAll = (
  ids: readonly QuestionId[],
  session: Session,
  event: ProgressEvent,
  context: SessionContext,
): Pick<Session, 'questions'> =>
  withQuestions(session, ids, (progress, id) => checked(progress, id, session, event, context))

/** Said of an answer that was checked; also after the sitting, since that is when a test shows what it made of it. */
function disputed(session: Session, id: QuestionId, isDisputed: boolean): Pick<Session, 'questions'> {
  const progress = session.questions[id]
  if (progress === undefined || progress.tries.length === 0) return { questions: session.questions }
  return { questions: { ...session.questions, [id]: { ...progress, isDisputed } } }
}

const withQuestion = (
  session: Session,
  id: QuestionId,
  update: (progress: QuestionProgress) => QuestionProgress,
): Pick<Session, 'questions'> => withQuestions(session, [id], update)

/** Many at once are one change: to copy the sitting for each would cost a long lesson a press that is felt. */
function withQuestions(
  session: Session,
  ids: readonly QuestionId[],
  update: (progress: QuestionProgress, id: QuestionId) => QuestionProgress,
): Pick<Session, 'questions'> {
  if (session.status === 'finished') return { questions: session.questions }
  const updated = ids.flatMap((id): [QuestionId, QuestionProgress][] => {
    const progress = session.questions[id]
    return progress === undefined ? [] : [[id, update(progress, id)]]
  })
  if (updated.length === 0) return { questions: session.questions }
  return { questions: { ...session.questions, ...Object.fromEntries(updated) } }
}

function checked(
  progress: QuestionProgress,
  id: QuestionId,
  session: Session,
  event: ProgressEvent,
  context: SessionContext,
): QuestionProgress {
  const question = context.lesson.questions.find((candidate) => candidate.id === id)
  if (question === undefined || progress.phase !== 'open') return progress
  const answered = gradeQuestion(question, progress.response, context)
  if (answered.verdict === 'unanswered') return { ...progress, skipped: true }
  const asksForProof = session.policy.asksForProof && canBeProved(question, context)
  const grade = asksForProof ? gradeWithProof(answered, progress.proof, proofOf(question, context)) : answered
  const tries = [...progress.tries, { response: progress.response, grade, hint: progress.hint }]
  const isSettled = grade.verdict === 'right' || tries.length >= session.policy.tries.length
  return {
    ...progress,
    phase: isSettled ? 'settled' : 'tried',
    tries,
    checkedAtMs: progress.checkedAtMs ?? event.atMs,
  }
}

/** What a question asks now was never answered; a section that is gone is left for the first that asks something. */
function corrected(
  session: Session,
  { day, contentHash, sections, questions }: Extract<Happening, { kind: 'lesson-corrected' }>,
  { lesson }: SessionContext,
): Partial<Session> {
  const first = lesson.questions.find(({ id }) => session.order.includes(id))?.section ?? session.section
  const isThere = lesson.articles[session.level]?.sections.some(({ id }) => id === session.section)
  return {
    contentHash,
    correction: { day, sections, questions },
    questions: Object.fromEntries(
      Object.entries(session.questions).map(([id, progress]) => [
        id,
        questions.includes(id as QuestionId) ? UNTOUCHED : progress, // a key of the questions
      ]),
    ),
    ...(isThere !== true && { section: first, question: null }),
  }
}

const nextHint = (hint: HintLevel): HintLevel => (hint === 0 ? 1 : 2)

/** Every sentence that proves a question's key, at any level. */
const proofOf = (question: Question, { lesson }: SessionContext) =>
  lesson.levels.flatMap((level) => evidenceSentences(question, level))

/** Whether a sitting can ask for its proof besides: a question whose answer is a tapped sentence asks for it already. */
export const canBeProved = (
  question: Question,
  { interactions }: Pick<SessionContext, 'interactions'>,
): boolean => interactions[question.type]?.tapsSentences !== true && Object.keys(question.evidence).length > 0

/** The grade of a response; evidence counts at every level, so that a level switch never turns a right tap wrong. */
export function gradeQuestion(
  question: Question,
  response: unknown,
  { lesson, interactions }: SessionContext,
) {
  const logic = interactions[question.type]
  if (logic === undefined) throw new Error(`Expected a known question type, found "${question.type}"`)
  const context: GradeContext = {
    language: lesson.language,
    evidence: lesson.levels.flatMap((level) => evidenceSentences(question, level)),
  }
  return logic.grade(question.body, response, context)
}
