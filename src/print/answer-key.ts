import type { AuthoringRegistry, LogicRegistry, Words } from '#core/interaction/spec.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { articleOf, locateSentences, reportOf, type SentenceLocation } from '#core/lesson/questions.ts'
import type { Article, Lesson, Level, Question } from '#core/lesson/model.ts'
import { numberedBySection } from './numbered.ts'
import type { AnswerBlock, PrintedProof, Sheet } from './sheet.ts'

export interface KeyChoices {
  readonly level: Level
  readonly hasExplanations: boolean
  /** Whether the key says why each wrong answer fails. */
  readonly hasReasons: boolean
}

export interface KeyContext {
  readonly interactions: LogicRegistry
  readonly authoring: AuthoringRegistry
  /** Words of the interface, for answers that are not the lesson's own (true, false, not stated). */
  readonly words: Words
}

/** Every answer with the lines of the article that prove it, in the order and under the numbers of the worksheet. */
export function answerKeyOf(lesson: Lesson, choices: KeyChoices, context: KeyContext): Sheet {
  const article = articleOf(lesson, choices.level)
  const places = locateSentences(article)
  return {
    kind: 'key',
    title: lesson.title,
    level: article.level,
    language: lesson.language,
    direction: lesson.direction,
    blocks: [
      ...numberedBySection(lesson, article).flatMap(({ heading, questions }) => [
        heading,
        ...questions.map(({ question, number }): AnswerBlock => ({
          kind: 'answer',
          id: question.id,
          number,
          points: question.points,
          stem: question.stem,
          blocks: answerOf(question, lesson, context),
          proofs: proofsOf(question, article, places),
          explanation: choices.hasExplanations ? question.explanation : null,
          reasons: choices.hasReasons ? reasonsOf(question, context) : [],
        })),
      ]),
      { kind: 'source', sources: lesson.sources, licence: lesson.licence },
    ],
  }
}

function answerOf(question: Question, lesson: Lesson, { authoring, words }: KeyContext) {
  const door = authoring[question.type]
  if (door === undefined) throw new Error(`Expected a known question type, found "${question.type}"`)
  return door.key(question.body, words, lesson.language)
}

const proofsOf = (
  question: Question,
  article: Article,
  places: ReadonlyMap<SentenceId, SentenceLocation>,
): PrintedProof[] =>
  (question.evidence[article.level] ?? []).map(({ quote, sentences }) => ({
    quote: quote.replace(/\s+/g, ' ').trim(),
    isSecond: sentences.some((id) => {
      const place = places.get(id)
      return place !== undefined && reportOf(article, place.section) !== null
    }),
    places: sentences.flatMap((id) => {
      const place = places.get(id)
      return place === undefined ? [] : [{ paragraph: place.paragraph, sentence: place.sentenceNumber }]
    }),
  }))

function reasonsOf(question: Question, { interactions, words }: KeyContext): AnswerBlock['reasons'] {
  const logic = interactions[question.type]
  if (logic === undefined) throw new Error(`Expected a known question type, found "${question.type}"`)
  return logic.choices(question.body).flatMap(({ id, text, why }) => {
    if (why === undefined) return []
    // A type that words its choices itself keeps them in the locales, one key a choice.
    const answer = logic.hasFixedChoices ? words(`interactions.${question.type}.${id}`) : text
    return [{ answer, why }]
  })
}
