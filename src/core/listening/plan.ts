import type { QuestionId, SectionId, SentenceId } from '#core/kernel/ids.ts'
import type { Offer } from '#core/interaction/offers.ts'
import type { Article, Question, Section } from '#core/lesson/model.ts'
import { plainText } from '#core/lesson/text.ts'

/** What on the screen is being read. */
export type ListenTarget =
  | { readonly kind: 'heading'; readonly section: SectionId }
  | { readonly kind: 'sentence'; readonly sentence: SentenceId }
  /** `part` counts the utterances of the question: its stem, then what it offers. */
  | { readonly kind: 'question'; readonly question: QuestionId; readonly part: number }

/** What is said in one go. */
export interface Utterance {
  /** For a sentence: as it stands on the screen, so that places in it are places there. Abbreviations are left to the voice. */
  readonly text: string
  readonly target: ListenTarget
  /** Paragraph, heading or question: what a longer step goes by. */
  readonly group: string
  /** Where in `text` the words of the screen begin; null when they stand there otherwise and no word of them can be marked. */
  readonly shownFrom: number | null
}

export interface AskedQuestion {
  readonly question: Question
  /** Place in the sitting, from 1. */
  readonly number: number
}

/** Words of the interface between those of the lesson. */
export interface ListenWords {
  question(number: number): string
  instruction(type: string): string
  option(letter: string, text: string): string
  gap(number: number): string
}

export interface PlanSource {
  readonly article: Article
  /** The one section that is on the screen; null for the whole article. */
  readonly only: SectionId | null
  /** Those that are read after their section. */
  readonly questions: readonly AskedQuestion[]
  readonly offersOf: (question: Question) => readonly Offer[]
  /** Null when the interface speaks another language than the lesson: its voice would garble them, and they are left out. */
  readonly words: ListenWords | null
}

/** All that is read aloud, in order: each section's title and sentences, then its questions. */
export const planListening = (source: PlanSource): readonly Utterance[] =>
  source.article.sections
    .filter(({ id }) => source.only === null || id === source.only)
    .flatMap((section) => [
      ...sectionUtterances(section),
      ...source.questions
        // A lesson that has not come whole yet has questions without words.
        .filter(({ question }) => question.section === section.id && question.stem !== '')
        .flatMap((asked) => questionUtterances(asked, source)),
    ])

function sectionUtterances(section: Section): Utterance[] {
  const heading: Utterance = {
    text: section.title,
    target: { kind: 'heading', section: section.id },
    group: `section ${section.id}`,
    shownFrom: 0,
  }
  const sentences = section.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map(({ id, inlines }): Utterance => ({
      text: plainText(inlines).trimEnd(),
      target: { kind: 'sentence', sentence: id },
      group: `paragraph ${paragraph.number}`,
      shownFrom: 0,
    })),
  )
  return [heading, ...sentences].filter(({ text }) => text.trim() !== '')
}

/** One question: its number and stem, what to do, what it offers. Of its key, explanation and evidence nothing is known here. */
export function questionUtterances(
  { question, number }: AskedQuestion,
  { offersOf, words }: Pick<PlanSource, 'offersOf' | 'words'>,
): readonly Utterance[] {
  const opening = words === null ? '' : `${words.question(number)} `
  const texts = [
    opening + question.stem,
    ...(words === null ? [] : [words.instruction(question.type)]),
    ...offersOf(question).flatMap((offer) => offerTexts(offer, words)),
  ]
  return texts
    .filter((text) => text.trim() !== '')
    .map((text, part) => ({
      text,
      target: { kind: 'question', question: question.id, part },
      group: `question ${question.id}`,
      shownFrom: part === 0 ? opening.length : null,
    }))
}

function offerTexts(offer: Offer, words: ListenWords | null): readonly string[] {
  switch (offer.kind) {
    case 'options':
      return offer.items.map((item, index) =>
        words === null ? `${letterOf(index)}: ${item}` : words.option(letterOf(index), item),
      )
    case 'items':
      return offer.items
    case 'passage':
      return [
        offer.segments
          .map((segment) =>
            typeof segment === 'string' ? segment : ` ${words === null ? '…' : words.gap(segment.gap)} `,
          )
          .join('')
          .replace(/\s+/g, ' ')
          .trim(),
      ]
  }
}

const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

const keyOf = (target: ListenTarget): string => Object.values(target).join(' ')

/** Where in the plan something is read; -1 when it is not. */
export const placeInPlan = (plan: readonly Utterance[], target: ListenTarget): number =>
  plan.findIndex((utterance) => keyOf(utterance.target) === keyOf(target))

/** A step of the listener: by sentence or by paragraph, `1` forth and `-1` back. */
export interface ListenStep {
  readonly by: 'sentence' | 'paragraph'
  readonly towards: 1 | -1
}

/** The place after a step, never beyond the ends; a step back by paragraph first goes to the start of the one that is read. */
export function placeAfter(plan: readonly Utterance[], place: number, { by, towards }: ListenStep): number {
  const last = Math.max(0, plan.length - 1)
  const clamped = (wanted: number): number => Math.min(last, Math.max(0, wanted))
  if (by === 'sentence') return clamped(place + towards)
  const starts = plan.flatMap(({ group }, index) => (plan[index - 1]?.group === group ? [] : [index]))
  return towards === 1
    ? (starts.find((start) => start > place) ?? last)
    : (starts.findLast((start) => start < place) ?? 0)
}
