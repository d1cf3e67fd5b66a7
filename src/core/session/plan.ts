import { seededRng, shuffled } from '#core/kernel/rng.ts'
import type { QuestionId, SectionId } from '#core/kernel/ids.ts'
import type { LogicRegistry } from '#core/interaction/spec.ts'
import type { Lesson, Process, Question } from '#core/lesson/model.ts'
import type { SittingPolicy, StudyMode } from '#core/progress/events.ts'

/** The ways that a reader can begin a lesson in; the others come from where they belong (review, profile). */
export const CHOSEN_MODES = [
  'guided',
  'one-at-a-time',
  'test',
  'from-memory',
  'missed',
  'process',
] as const satisfies readonly StudyMode[]
export type ChosenMode = (typeof CHOSEN_MODES)[number]

/** What later tries are worth. */
export const TRY_POINTS = ['cut', 'full', 'none'] as const
export type TryPoints = (typeof TRY_POINTS)[number]

/** All that can be chosen before a sitting. */
export interface StudyPlan {
  readonly mode: ChosenMode
  /** Asked for in mode `process`. */
  readonly process: Process
  /** Empty: every section. */
  readonly sections: readonly SectionId[]
  /** How many questions, drawn by lot; null: all. */
  readonly count: number | null
  readonly isShuffled: boolean
  readonly text: 'open' | 'hidden'
  /** Minutes; null: as long as it takes. Heeded in mode `test`. */
  readonly minutes: number | null
  readonly tries: 1 | 2 | 3
  readonly tryPoints: TryPoints
  readonly showsVerdict: boolean
  readonly givesAnswer: boolean
  readonly showsEvidence: boolean
  readonly showsExplanation: boolean
  readonly certainty: 'off' | 'asked' | 'marked'
  readonly asksForProof: boolean
}

/** The way that everybody begins in. */
export const USUAL_PLAN: StudyPlan = {
  mode: 'guided',
  process: 'infer',
  sections: [],
  count: null,
  isShuffled: false,
  text: 'open',
  minutes: null,
  tries: 3,
  tryPoints: 'cut',
  showsVerdict: true,
  givesAnswer: true,
  showsEvidence: true,
  showsExplanation: true,
  certainty: 'off',
  asksForProof: false,
}

/** Shares of the points by try: after a hint to the paragraph half, after one to the sentence a quarter. */
const SHARES: Readonly<Record<TryPoints, readonly [number, number, number]>> = {
  cut: [1, 0.5, 0.25],
  full: [1, 1, 1],
  none: [1, 0, 0],
}

const MS_PER_MINUTE = 60_000

/** What a plan is made into a sitting with. */
export interface PlanContext {
  readonly lesson: Lesson
  readonly interactions: LogicRegistry
  /** Questions that did not come out right at the first try of the last finished sitting. */
  readonly missed: readonly QuestionId[]
}

/** What a sitting by this plan asks, in order, and how it treats answers. */
export interface PlannedSitting {
  readonly questions: readonly QuestionId[]
  readonly policy: SittingPolicy
}

/**
 * Makes a plan into a sitting.
 *
 * @param seed 32 bits by lot; what is mixed or drawn is the same for the same seed
 */
export function planSitting(plan: StudyPlan, context: PlanContext, seed: number): PlannedSitting {
  const isTest = plan.mode === 'test'
  return {
    questions: chosenQuestions(plan, context, seed),
    policy: {
      mode: plan.mode,
      retries: !isTest && plan.tries > 1,
      tries: isTest ? [1] : SHARES[plan.tryPoints].slice(0, plan.tries),
      feedback: isTest ? 'end' : plan.mode === 'one-at-a-time' ? 'question' : 'section',
      text: hidesText(plan) ? 'hidden' : 'open',
      showsVerdict: plan.showsVerdict,
      givesAnswer: plan.givesAnswer,
      showsEvidence: plan.showsEvidence,
      showsExplanation: plan.showsExplanation,
      certainty: plan.certainty,
      asksForProof: plan.asksForProof && !hidesText(plan), // a proof is found in the text
      ...(isTest && plan.minutes !== null && { timeLimitMs: plan.minutes * MS_PER_MINUTE }),
      ...(plan.isShuffled && { seed }),
    },
  }
}

/** Drawn by lot first, then in the lesson's order or mixed within each section: sections are read in their order in any case. */
function chosenQuestions(plan: StudyPlan, context: PlanContext, seed: number): readonly QuestionId[] {
  const { lesson } = context
  const rng = seededRng(seed)
  const offered = offeredQuestions(plan, context)
  const drawn =
    plan.count === null ? offered : shuffled(offered, rng).slice(0, Math.max(1, Math.floor(plan.count)))
  const inOrder = plan.isShuffled
    ? shuffled(drawn, rng)
    : lesson.questions.filter((one) => drawn.includes(one))
  const sections = lesson.questions.map(({ section }) => section)
  return [...inOrder]
    .sort((one, other) => sections.indexOf(one.section) - sections.indexOf(other.section))
    .map(({ id }) => id)
}

/** Whether the text is out of sight while questions are answered. */
export const hidesText = (plan: StudyPlan): boolean =>
  plan.mode === 'from-memory' || (plan.mode === 'test' && plan.text === 'hidden')

const isOffered = (question: Question, plan: StudyPlan, { missed, interactions }: PlanContext): boolean =>
  !(hidesText(plan) && interactions[question.type]?.tapsSentences) && // its answer is found in the text
  (plan.sections.length === 0 || plan.sections.includes(question.section)) &&
  (plan.mode !== 'process' || question.process === plan.process) &&
  (plan.mode !== 'missed' || missed.includes(question.id))

/** The questions that a plan has to draw from, before a number of them is drawn. */
export const offeredQuestions = (plan: StudyPlan, context: PlanContext): readonly Question[] =>
  context.lesson.questions.filter((question) => isOffered(question, plan, context))
