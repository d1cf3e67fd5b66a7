import * as v from 'valibot'
import type { Question } from '#core/lesson/model.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { bankOf, gapLogic, gapsOf } from '#interactions/gap/logic.ts'
import { categoriseLogic } from '#interactions/categorise/logic.ts'
import { claimsLogic, KINDS } from '#interactions/claims/logic.ts'
import { distractorsOf, matchLogic } from '#interactions/match/logic.ts'
import { multipleLogic } from '#interactions/multiple/logic.ts'
import { numberLogic } from '#interactions/number/logic.ts'
import { orderLogic } from '#interactions/order/logic.ts'
import { placeLogic } from '#interactions/place/logic.ts'
import { proveItLogic } from '#interactions/prove-it/logic.ts'
import { logicOf } from '#interactions/registry.ts'
import { singleLogic } from '#interactions/single/logic.ts'
import { ANSWERS, trueFalseNotStatedLogic } from '#interactions/true-false-not-stated/logic.ts'
import { articleAt, lesson, proofOf, questionOf, the } from './lesson.ts'

/** A question and what is answered to it. */
export interface Answer {
  readonly question: Question
  readonly response: unknown
}

const evidenceAtAnyLevel = (question: Question): SentenceId[] =>
  lesson.levels.flatMap((level) => proofOf(question, level))

/** Answers the key, as a reader of the lesson's default level finds it. */
export function right(question: Question): Answer {
  const context = { language: lesson.language, evidence: proofOf(question) }
  return graded(question, logicOf(question.type).reveal(question.body, context), 'right')
}

/** Answers what earns nothing. */
export const wrong = (question: Question): Answer => graded(question, wrongResponse(question), 'wrong')

/** The first question that can be answered half right, and such an answer. */
export function partlyRight(): Answer {
  const question = questionOf('multiple')
  const { options } = v.parse(multipleLogic.bodySchema, question.body)
  const key = the(
    options.find(({ isKey }) => isKey),
    'a key',
  )
  return graded(question, { chosen: [key.id] }, 'partly')
}

function graded(question: Question, response: unknown, verdict: 'right' | 'partly' | 'wrong'): Answer {
  const context = { language: lesson.language, evidence: evidenceAtAnyLevel(question) }
  const found = logicOf(question.type).grade(question.body, response, context).verdict
  if (found !== verdict)
    throw new Error(`Expected an answer to "${question.id}" that is ${verdict}, not ${found}`)
  return { question, response }
}

const WRONG_WORD = 'Zanzibar'

const distractorOf = (options: readonly { readonly id: string; readonly isKey: boolean }[]): string =>
  the(
    options.find(({ isKey }) => !isKey),
    'a distractor',
  ).id

/** A sentence of the question's section that proves nothing. */
const wrongSentence = (question: Question): SentenceId => {
  const proof = evidenceAtAnyLevel(question)
  const section = articleAt(lesson.defaultLevel).sections.find(({ id }) => id === question.section)
  const sentences = section?.paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ id }) => id))
  return the(
    sentences?.find((id) => !proof.includes(id)),
    'a sentence that proves nothing',
  )
}

function wrongResponse(question: Question): unknown {
  switch (question.type) {
    case 'single':
      return { chosen: distractorOf(v.parse(singleLogic.bodySchema, question.body).options) }
    case 'place':
      return { chosen: distractorOf(v.parse(placeLogic.bodySchema, question.body).places) }
    case 'multiple':
      return { chosen: [distractorOf(v.parse(multipleLogic.bodySchema, question.body).options)] }
    case 'true-false-not-stated': {
      const { answer } = v.parse(trueFalseNotStatedLogic.bodySchema, question.body)
      return { chosen: ANSWERS.find((other) => other !== answer) }
    }
    case 'short-text':
      return { text: WRONG_WORD }
    case 'number': {
      const { answer, tolerance } = v.parse(numberLogic.bodySchema, question.body)
      return { text: String(Math.abs(answer) * 3 + tolerance + 7) }
    }
    case 'evidence':
      return { sentence: wrongSentence(question) }
    case 'prove-it': {
      const { options } = v.parse(proveItLogic.bodySchema, question.body)
      return { chosen: distractorOf(options), sentence: wrongSentence(question) }
    }
    case 'gap': {
      const body = v.parse(gapLogic.bodySchema, question.body)
      const bank = bankOf(body)
      const wordFor = (index: number): string =>
        body.hasBank ? the(bank[(index + 1) % bank.length], 'a word') : WRONG_WORD
      return { gaps: Object.fromEntries(gapsOf(body).map((gap, index) => [gap.id, wordFor(index)])) }
    }
    case 'open':
      return { text: WRONG_WORD, isCompared: true, met: [] }
    case 'order': {
      const { items } = v.parse(orderLogic.bodySchema, question.body)
      return { order: items.map(({ id }) => id).toReversed() }
    }
    case 'match': {
      const body = v.parse(matchLogic.bodySchema, question.body)
      const wrongRight = (own: string): string =>
        the(
          [...distractorsOf(body), ...body.rights].find(({ id }) => id !== own),
          'a wrong right',
        ).id
      return { pairs: Object.fromEntries(body.lefts.map((left) => [left.id, wrongRight(left.right)])) }
    }
    case 'claims': {
      const { statements, speakers } = v.parse(claimsLogic.bodySchema, question.body)
      const other = (own: string | undefined): string | undefined => speakers.find(({ id }) => id !== own)?.id
      return {
        kinds: Object.fromEntries(
          statements.map(({ id, kind }) => [id, KINDS.findLast((one) => one !== kind)]),
        ),
        speakers: Object.fromEntries(statements.map(({ id, by }) => [id, other(by)])),
      }
    }
    case 'categorise': {
      const { cards, categories } = v.parse(categoriseLogic.bodySchema, question.body)
      const other = (own: string): string =>
        the(
          categories.find(({ id }) => id !== own),
          'another group',
        ).id
      return { cards: Object.fromEntries(cards.map((card) => [card.id, other(card.category)])) }
    }
    default:
      throw new Error(`Expected a way to answer "${question.type}" wrongly: write one here`)
  }
}
