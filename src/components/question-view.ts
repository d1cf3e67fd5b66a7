import type { Grade, Verdict } from '#core/grading/grade.ts'
import type { PassageSentence } from '#core/interaction/player.ts'
import { hash32 } from '#core/kernel/hash.ts'
import type { SectionId, SentenceId } from '#core/kernel/ids.ts'
import { seededRng } from '#core/kernel/rng.ts'
import { evidenceSentences, reportOf, type SentenceLocation } from '#core/lesson/questions.ts'
import { plainText } from '#core/lesson/text.ts'
import type { Article, Lesson, Question } from '#core/lesson/model.ts'
import type { Confidence } from '#core/progress/events.ts'
import { earnedShare } from '#core/session/score.ts'
import type { HintLevel, Session } from '#core/session/session.ts'
import { canBeProved, gradeQuestion } from '#core/session/step.ts'
import { visibleFeedback } from '#core/session/visible.ts'
import { interactions, logicOf } from '#interactions/registry.ts'
import type { Proof } from './QuestionFeedback.vue'

/** All that the screen shows of one question of a sitting. */
export interface QuestionView {
  readonly question: Question
  readonly number: number
  readonly total: number
  readonly sectionNumber: number
  readonly verdict: Verdict | null
  /** Something was given, and not all that the question asks for; it counts as unanswered. */
  readonly isIncomplete: boolean
  readonly grade: Grade | null
  readonly revealed: unknown
  readonly locked: boolean
  readonly points: number | null
  readonly hint: HintLevel
  readonly hintParagraph: number | null
  readonly proofs: readonly Proof[]
  readonly showsExplanation: boolean
  readonly confidence: Confidence | null
  /** What was tapped as proof, where the sitting asks for it besides the answer; undefined where it does not. */
  readonly proof: SentenceId | null | undefined
  readonly isDisputed: boolean
  /** The day of a later edition that has changed the question since the sitting began; null where none has. */
  readonly correctedOn: string | null
  /** Checked, and what became of it is said when the sitting is finished. */
  readonly isKeptBack: boolean
  readonly mayRetry: boolean
  readonly mayShowAnswer: boolean
  /** The sentences that "Show it in the text" leads to: the proof, or what the hint may show of it. */
  readonly evidence: readonly SentenceId[]
  /** Whether the sentences themselves may be lit (answer shown, or second hint). */
  readonly litSentences: readonly SentenceId[]
}

export interface ViewSource {
  readonly session: Session
  readonly lesson: Lesson
  readonly article: Article
  readonly places: ReadonlyMap<SentenceId, SentenceLocation>
}

/** The view of one question; pure. */
export function viewQuestion(question: Question, number: number, source: ViewSource): QuestionView {
  const { session, lesson, article, places } = source
  const progress = session.questions[question.id]
  if (progress === undefined) throw new Error(`Expected question "${question.id}" to be part of the sitting`)
  const feedback = visibleFeedback(progress, session)
  const evidence = evidenceSentences(question, article.level)
  const logic = logicOf(question.type)
  const revealed = feedback.showsAnswer
    ? logic.reveal(question.body, { language: lesson.language, evidence })
    : null
  const firstPlace = evidence[0] === undefined ? undefined : places.get(evidence[0])
  return {
    question: mixed(question, session),
    number,
    total: session.order.length,
    sectionNumber: article.sections.findIndex((section) => section.id === question.section) + 1,
    verdict: feedback.verdict,
    isIncomplete:
      feedback.verdict === 'unanswered' &&
      logic.describe(
        question.body,
        progress.response,
        (key) => key,
        () => null,
      ).length > 0,
    grade:
      feedback.grade ??
      (feedback.showsAnswer ? allMissed(gradeQuestion(question, revealed, { lesson, interactions })) : null),
    revealed,
    locked: progress.phase !== 'open' || session.status === 'finished',
    points:
      progress.tries.length > 0 || feedback.showsAnswer
        ? question.points * earnedShare(progress, session.policy)
        : null,
    hint: feedback.hint,
    hintParagraph: feedback.hint > 0 ? (firstPlace?.paragraph ?? null) : null,
    proofs: feedback.showsEvidence ? proofsOf(question, article, places) : [],
    showsExplanation: feedback.showsExplanation,
    confidence: progress.confidence,
    proof:
      session.policy.asksForProof && canBeProved(question, { interactions }) ? progress.proof : undefined,
    isDisputed: progress.isDisputed,
    correctedOn: session.correction?.questions.includes(question.id) ? session.correction.day : null,
    isKeptBack: progress.phase !== 'open' && feedback.verdict === null,
    mayRetry: feedback.mayRetry,
    mayShowAnswer: feedback.mayShowAnswer,
    evidence,
    litSentences: feedback.showsEvidence ? evidence : feedback.hint === 2 ? evidence.slice(0, 1) : [],
  }
}

/** In a sitting that mixes, the options of each question have an order of their own, the same whenever it is looked at. */
function mixed(question: Question, { policy }: Session): Question {
  if (policy.seed === null) return question
  const rng = seededRng(policy.seed ^ hash32(question.id))
  return { ...question, body: logicOf(question.type).mix(question.body, rng) }
}

/** The key of a question that nobody answered: every part of it was missed. */
const allMissed = (key: Grade): Grade => ({
  score: 0,
  verdict: 'unanswered',
  parts: key.parts.map(({ id }) => ({ id, state: 'missed' })),
})

/** The quotes that prove a question at the article's level, with their paragraphs. */
export const proofsOf = (
  question: Question,
  article: Article,
  places: ReadonlyMap<SentenceId, SentenceLocation>,
): Proof[] =>
  (question.evidence[article.level] ?? []).flatMap((evidence) => {
    const first = evidence.sentences[0]
    const place = first === undefined ? undefined : places.get(first)
    return place === undefined
      ? []
      : [
          {
            quote: evidence.quote,
            paragraph: place.paragraph,
            isSecond: reportOf(article, place.section) !== null,
          },
        ]
  })

/** The sentences that may be tapped: of one section, or of the whole article. */
export const passageOf = (article: Article, section: SectionId | null): readonly PassageSentence[] =>
  article.sections
    .filter((candidate) => section === null || candidate.id === section)
    .flatMap((candidate) =>
      candidate.paragraphs.flatMap((paragraph) =>
        paragraph.sentences.map((sentence, index) => ({
          id: sentence.id,
          text: plainText(sentence.inlines).trim(),
          paragraph: paragraph.number,
          sentence: index + 1,
        })),
      ),
    )
