import type { GradeContext, LogicRegistry } from '#core/interaction/spec.ts'
import { assertNever } from '#core/kernel/assert-never.ts'
import type { QuestionId } from '#core/kernel/ids.ts'
import { evidenceSentences } from '#core/lesson/questions.ts'
import type { Lesson, Question } from '#core/lesson/model.ts'
import type { Happening, ProgressEvent } from '#core/progress/events.ts'
import type { HintLevel, QuestionProgress, Session } from './session.ts'

/** What the fold needs to grade. */
export interface SessionContext {
  readonly lesson: Lesson
  readonly interactions: LogicRegistry
}

const UNTOUCHED: QuestionProgress = {
  response: null,
  phase: 'open',
  hint: 0,
  tries: [],
  skipped: false,
  answerShown: false,
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
    ...change(session, event.happening, context),
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
  return {
    attempt: event.attempt,
    lesson: start.lesson,
    contentHash: start.contentHash,
    policy: start.policy,
    status: 'running',
    level: lesson.articles[start.level] === undefined ? lesson.defaultLevel : start.level,
    section: first.section,
    question: null,
    order,
    questions: Object.fromEntries(order.map((id) => [id, UNTOUCHED])),
    nextSeq: event.seq + 1,
    startedAtMs: event.atMs,
    updatedAtMs: event.atMs,
  }
}

function change(session: Session, happening: Happening, context: SessionContext): Partial<Session> {
  switch (happening.kind) {
    case 'attempt-started':
      return {}
    case 'place-moved':
      return { section: happening.section, question: happening.question }
    case 'level-changed':
      return context.lesson.articles[happening.level] === undefined ? {} : { level: happening.level }
    case 'response-given':
      return withQuestion(session, happening.question, (progress) =>
        progress.phase === 'open' ? { ...progress, response: happening.response, skipped: false } : progress,
      )
    case 'checked':
      return happening.questions.reduce<Pick<Session, 'questions'>>(
        (changed, id) =>
          withQuestion({ ...session, ...changed }, id, (progress) => checked(progress, id, session, context)),
        { questions: session.questions },
      )
    case 'retried':
      return withQuestion(session, happening.question, (progress) =>
        progress.phase === 'tried' ? { ...progress, phase: 'open', hint: nextHint(progress.hint) } : progress,
      )
    case 'answer-shown':
      return withQuestion(session, happening.question, (progress) =>
        progress.phase === 'settled' ? progress : { ...progress, phase: 'settled', answerShown: true },
      )
    case 'attempt-finished':
      return { status: 'finished' }
    default:
      return assertNever(happening, 'a happening of a sitting')
  }
}

function withQuestion(
  session: Session,
  id: QuestionId,
  update: (progress: QuestionProgress) => QuestionProgress,
): Pick<Session, 'questions'> {
  const progress = session.questions[id]
  if (progress === undefined || session.status === 'finished') return { questions: session.questions }
  return { questions: { ...session.questions, [id]: update(progress) } }
}

function checked(
  progress: QuestionProgress,
  id: QuestionId,
  session: Session,
  context: SessionContext,
): QuestionProgress {
  const question = context.lesson.questions.find((candidate) => candidate.id === id)
  if (question === undefined || progress.phase !== 'open') return progress
  const grade = gradeQuestion(question, progress.response, context)
  if (grade.verdict === 'unanswered') return { ...progress, skipped: true }
  const isSettled = grade.verdict === 'right' || !session.policy.retries || progress.hint === 2
  return {
    ...progress,
    phase: isSettled ? 'settled' : 'tried',
    tries: [...progress.tries, { response: progress.response, grade, hint: progress.hint }],
  }
}

const nextHint = (hint: HintLevel): HintLevel => (hint === 0 ? 1 : 2)

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
