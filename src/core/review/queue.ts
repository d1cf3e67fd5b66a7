import type { Day, DayOf } from '#core/kernel/day.ts'
import type { LessonId } from '#core/kernel/ids.ts'
import type { Question } from '#core/lesson/model.ts'
import type { StudyMode } from '#core/progress/events.ts'
import type { AttemptOutcomes, QuestionOutcome } from '#core/progress/outcomes.ts'
import { ratingOf } from './rating.ts'
import { dueDay, remember, retrievability, type Memory } from './schedule.ts'

/** One question of one lesson that was answered at least once, and what is known of the memory of it. */
export interface ReviewCard {
  readonly lesson: LessonId
  readonly memory: Memory
  /** The answer that counted last. */
  readonly last: QuestionOutcome
  readonly lastMode: StudyMode
}

/** Names a question over all lessons. */
export const cardKey = ({
  lesson,
  question,
}: {
  readonly lesson: string
  readonly question: string
}): string => `${lesson} ${question}`

/** The card's own `cardKey`. */
export const keyOfCard = ({ lesson, last }: ReviewCard): string =>
  cardKey({ lesson, question: last.question })

const byTime = (one: { readonly outcome: QuestionOutcome }, other: { readonly outcome: QuestionOutcome }) =>
  one.outcome.atMs - other.outcome.atMs

/**
 * The whole schedule, folded from what was answered; it holds nothing that the log does not, and can be thrown away at any time. Answers that
 * a wrong clock has put behind `today` have no day that is known: one of them makes its question known, and counts for nothing beside others.
 */
export function reviewCards(
  history: readonly AttemptOutcomes[],
  dayOf: DayOf,
  today: Day,
): readonly ReviewCard[] {
  const answers = history
    .flatMap(({ lesson, mode, outcomes }) => outcomes.map((outcome) => ({ lesson, mode, outcome })))
    .sort(byTime)
  const cards = new Map<string, ReviewCard>()
  for (const { lesson, mode, outcome } of answers) {
    const key = cardKey({ lesson, question: outcome.question })
    const known = cards.get(key)
    const day = dayOf(outcome.atMs)
    if (known !== undefined && day > today) continue
    const memory = remember(known?.memory ?? null, ratingOf(outcome, mode), day)
    if (memory !== known?.memory) cards.set(key, { lesson, memory, last: outcome, lastMode: mode })
  }
  return [...cards.values()]
}

/** Sure and wrong: these mistakes are corrected best, and soon (Butterfield & Metcalfe 2001). */
export const wasSurelyWrong = ({ last }: ReviewCard): boolean =>
  last.confidence === 'sure' && last.firstShare < 1

/**
 * What is due, in the order in which it is asked: what the reader was sure of and had wrong, then what is most likely forgotten.
 */
export function dueCards(cards: readonly ReviewCard[], today: Day): readonly ReviewCard[] {
  return cards
    .filter(({ memory }) => dueDay(memory, today) <= today)
    .map((card) => ({ card, isFirst: wasSurelyWrong(card), chance: retrievability(card.memory, today) }))
    .sort(
      (one, other) =>
        Number(other.isFirst) - Number(one.isFirst) ||
        one.chance - other.chance ||
        (keyOfCard(one.card) < keyOfCard(other.card) ? -1 : 1),
    )
    .map(({ card }) => card)
}

/** Reviews that were answered on a day: what the daily limit counts. */
export const reviewedOn = (history: readonly AttemptOutcomes[], day: Day, dayOf: DayOf): number =>
  history
    .filter(({ mode }) => mode === 'review')
    .reduce((sum, { outcomes }) => sum + outcomes.filter(({ atMs }) => dayOf(atMs) === day).length, 0)

/** How many come due on each of the next days, today first; what is overdue counts for today. */
export function dueForecast(cards: readonly ReviewCard[], today: Day, days: number): readonly number[] {
  const forecast = Array.from({ length: days }, () => 0)
  for (const { memory } of cards) {
    const ahead = Math.max(0, dueDay(memory, today) - today)
    if (ahead < days) forecast[ahead] = (forecast[ahead] ?? 0) + 1
  }
  return forecast
}

/** Why a card comes today, for the reader who asks. */
export interface DueReason {
  readonly result: 'right' | 'partly' | 'wrong' | 'shown'
  readonly confidence: QuestionOutcome['confidence']
  readonly isFirst: boolean
  readonly wasSurelyWrong: boolean
  readonly answeredOn: Day
  readonly intervalDays: number
  /** Days since it was due; 0: due today. */
  readonly overdueDays: number
  /** The chance of still knowing it, 0 to 1. */
  readonly chance: number
}

/** What there is to say of a card that comes `today`. */
export function dueReason(card: ReviewCard, today: Day): DueReason {
  const { last, memory } = card
  const tried = last.firstShare === 1 ? 'right' : last.share > 0 ? 'partly' : 'wrong'
  return {
    result: last.isShown ? 'shown' : tried,
    confidence: last.confidence,
    isFirst: memory.answers === 1,
    wasSurelyWrong: wasSurelyWrong(card),
    answeredOn: memory.answeredOn,
    intervalDays: memory.intervalDays,
    overdueDays: Math.max(0, today - dueDay(memory, today)),
    chance: retrievability(memory, today),
  }
}

/**
 * Whether a question is still asked on a day (ISO 8601, as lessons write days): it is not after the last day on which its fact holds.
 */
export const isStillAsked = ({ validUntil }: Pick<Question, 'validUntil'>, isoDay: string): boolean =>
  validUntil === undefined || isoDay <= validUntil

/** The words of a question at its next review: other wordings come first, in turn; the lesson's own comes after them. */
export function wordingOf({ stem, reworded }: Question, { answers }: Memory): string {
  const wordings = [...reworded, stem]
  return wordings[(answers - 1) % wordings.length] ?? stem
}
