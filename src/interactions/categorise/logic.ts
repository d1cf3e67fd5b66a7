import * as v from 'valibot'
import { gradeOf, type PartGrade } from '#core/grading/grade.ts'
import { mixedByText } from '#core/interaction/mixed.ts'
import { offeredItems, offeredOptions } from '#core/interaction/offers.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionLogic } from '#core/interaction/spec.ts'

const cardSchema = v.object({
  id: v.string(),
  text: v.string(),
  /** Id of its category. */
  category: v.string(),
  /** Shown when this card is sorted wrongly. */
  why: v.exactOptional(v.string()),
})
/** Ids are short hashes of the texts. */
const bodySchema = v.object({
  categories: v.array(v.object({ id: v.string(), text: v.string() })),
  cards: v.array(cardSchema),
})
const responseSchema = v.object({ cards: v.record(v.string(), v.string()) })

export type Card = v.InferOutput<typeof cardSchema>
export type CategoriseBody = v.InferOutput<typeof bodySchema>
/** Ids of categories by the ids of the cards in them. */
export type CategoriseResponse = v.InferOutput<typeof responseSchema>

/** The cards as they are shown: mixed, since authors write them group by group; always the same for the same texts. */
export const offeredCards = (body: CategoriseBody): Card[] => mixedByText(body.cards, (card) => card.text)

/** `Category: card, card`, one line a category; empty categories are left out. */
export const groupLines = (body: CategoriseBody, cards: CategoriseResponse['cards']): string[] =>
  body.categories.flatMap((category) => {
    const members = body.cards.filter((card) => cards[card.id] === category.id).map((card) => card.text)
    return members.length > 0 ? [`${category.text}: ${members.join(', ')}`] : []
  })

export const keyGroups = (body: CategoriseBody): CategoriseResponse['cards'] =>
  Object.fromEntries(body.cards.map((card) => [card.id, card.category]))

function gradeCard(card: Card, chosen: string | undefined): PartGrade {
  if (chosen === card.category) return { id: card.id, state: 'right' }
  return defined({ id: card.id, state: 'wrong', why: card.why })
}

/** Cards are sorted into groups. Scored per card. */
export const categoriseLogic: InteractionLogic<CategoriseBody, CategoriseResponse> = {
  type: 'categorise',
  version: 1,
  defaultPoints: 1,
  bodySchema,
  responseSchema,
  isReady: (body, response) =>
    body.cards.length > 0 &&
    body.cards.every((card) => body.categories.some((category) => category.id === response.cards[card.id])),
  grade(body, response) {
    const parts = body.cards.map((card) => gradeCard(card, response.cards[card.id]))
    return gradeOf(parts.filter((part) => part.state === 'right').length / parts.length, parts)
  },
  reveal: (body) => ({ cards: keyGroups(body) }),
  describe: (body, response) => groupLines(body, response.cards),
  choices: () => [],
  offers: (body) => [offeredItems(offeredCards(body)), offeredOptions(body.categories)],
}
