import { expect, type Locator, type Page } from '@playwright/test'
import * as v from 'valibot'
import type { Level, Question } from '#core/lesson/model.ts'
import type { SentenceId } from '#core/kernel/ids.ts'
import { categoriseLogic } from '#interactions/categorise/logic.ts'
import { claimsLogic, hasSpeaker } from '#interactions/claims/logic.ts'
import { evidenceLogic } from '#interactions/evidence/logic.ts'
import { gapLogic, gapsOf } from '#interactions/gap/logic.ts'
import { matchLogic } from '#interactions/match/logic.ts'
import { multipleLogic } from '#interactions/multiple/logic.ts'
import { openLogic } from '#interactions/open/logic.ts'
import { orderLogic } from '#interactions/order/logic.ts'
import { placeLogic } from '#interactions/place/logic.ts'
import { proveItLogic } from '#interactions/prove-it/logic.ts'
import { singleLogic } from '#interactions/single/logic.ts'
import { answerMessageKey, trueFalseNotStatedLogic } from '#interactions/true-false-not-stated/logic.ts'
import type { Hand } from './hands.ts'
import { lesson, lessonAddress, numberOf, placeOf, questionsOf, the, wordsOf } from './lesson.ts'
import type { Answer } from './responses.ts'
import { say } from './words.ts'

export type Verdict = 'Right' | 'Partly right' | 'Not right' | 'Not answered'

/** The page of a lesson as a reader sees it. */
export function reader(page: Page) {
  const article = page.getByRole('article')
  return {
    article,
    lit: article.locator('mark'),
    status: page.getByRole('status'),
    level: page.getByLabel(say('read.level')),
    /** The section whose text is on the screen, by its heading. */
    section: ({ title }: { readonly title: string }): Locator => article.getByRole('region', { name: title }),
    step: ({ title }: { readonly title: string }): Locator =>
      page.getByRole('navigation', { name: say('read.sections') }).getByRole('button', { name: title }),
    question: (question: Question): Locator => questionGroup(page, numberOf(question)),
    button: (name: string): Locator => page.getByRole('button', { name, exact: true }),
  }
}

/** By its number in the sitting; the total is what the sitting has. */
export const questionGroup = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^Question ${number} of \\d+$`) })

export const verdictIn = (group: Locator, verdict: Verdict): Locator =>
  group.getByText(verdict, { exact: true })

export async function openLesson(page: Page): Promise<void> {
  await page.goto(lessonAddress)
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()
  await expectAwake(page)
}

/** Opens a section and waits until it is the one on the screen: what is pressed next must not belong to the section before. */
export async function openSection(
  page: Page,
  hand: Pick<Hand, 'press'>,
  section: { readonly title: string },
): Promise<void> {
  const step = reader(page).step(section)
  await hand.press(step)
  await expect(step).toHaveAttribute('aria-current', 'step')
}

const AWAKE_WITHIN_MS = 30_000

/** The prerendered text stands before the script runs; a real reader is slower than the script, a test is not. */
export async function expectAwake(page: Page): Promise<void> {
  const isAwake = page.waitForFunction(
    () => '__vue_app__' in (document.querySelector('#app') ?? {}),
    undefined,
    { timeout: AWAKE_WITHIN_MS },
  )
  await isAwake.catch(async (error: unknown) => {
    throw new Error(`Expected the app to start at ${page.url()}, which shows "${await page.title()}"`, {
      cause: error,
    })
  })
}

/** Gives an answer with the controls of its question, without checking it. */
export async function give(page: Page, hand: Hand, { question, response }: Answer): Promise<void> {
  const group = reader(page).question(question)
  const radio = (name: string, within = group): Locator => within.getByRole('radio', { name, exact: true })
  const textOf = (
    items: readonly { readonly id: string; readonly text: string }[],
    id: string | null,
  ): string =>
    the(
      items.find((item) => item.id === id),
      `an item ${id}`,
    ).text

  switch (question.type) {
    case 'single': {
      const { options } = v.parse(singleLogic.bodySchema, question.body)
      const { chosen } = v.parse(singleLogic.responseSchema, response)
      return hand.choose(radio(textOf(options, chosen)))
    }
    case 'true-false-not-stated': {
      const { chosen } = v.parse(trueFalseNotStatedLogic.responseSchema, response)
      return hand.choose(radio(say(answerMessageKey(chosen))))
    }
    case 'multiple': {
      const { options } = v.parse(multipleLogic.bodySchema, question.body)
      const { chosen } = v.parse(multipleLogic.responseSchema, response)
      for (const { id, text } of options)
        await hand.setBox(group.getByRole('checkbox', { name: text, exact: true }), chosen.includes(id))
      return
    }
    case 'place': {
      const { places } = v.parse(placeLogic.bodySchema, question.body)
      const { chosen } = v.parse(v.object({ chosen: v.string() }), response)
      return hand.choose(radio(textOf(places, chosen)))
    }
    case 'short-text':
    case 'number': {
      const { text } = v.parse(v.object({ text: v.string() }), response)
      return hand.type(group.getByRole('textbox', { name: say('part.yours') }), text)
    }
    case 'gap': {
      const body = v.parse(gapLogic.bodySchema, question.body)
      const { gaps } = v.parse(gapLogic.responseSchema, response)
      const fields = gapsOf(body).map((gap, index) => {
        const name = say('interactions.gap.gap', { number: index + 1 })
        const field = group.getByRole(body.hasBank ? 'combobox' : 'textbox', { name, exact: true })
        return { field, word: gaps[gap.id] ?? '' }
      })
      // A word that another gap holds cannot be chosen: what was chosen before is put back first.
      if (body.hasBank)
        for (const { field } of fields) if ((await field.inputValue()) !== '') await hand.select(field, '')
      for (const { field, word } of fields)
        await (body.hasBank ? hand.select(field, word) : hand.type(field, word))
      return
    }
    case 'match': {
      const { lefts } = v.parse(matchLogic.bodySchema, question.body)
      const { pairs } = v.parse(matchLogic.responseSchema, response)
      for (const { id, text } of lefts)
        await hand.select(group.getByRole('combobox', { name: text, exact: true }), pairs[id] ?? '')
      return
    }
    case 'categorise': {
      const { cards, categories } = v.parse(categoriseLogic.bodySchema, question.body)
      const given = v.parse(categoriseLogic.responseSchema, response).cards
      for (const { id, text } of cards) {
        const card = group.getByRole('group', { name: text, exact: true })
        await hand.choose(radio(textOf(categories, given[id] ?? null), card))
      }
      return
    }
    case 'claims': {
      const body = v.parse(claimsLogic.bodySchema, question.body)
      const given = v.parse(claimsLogic.responseSchema, response)
      for (const { id, text } of body.statements) {
        const kind = the(given.kinds[id], 'a kind')
        const row = group.getByRole('radiogroup', { name: text, exact: true })
        await hand.choose(radio(say(`interactions.claims.kinds.${kind}`), row))
        const speaker = hasSpeaker(body, kind) ? given.speakers?.[id] : undefined
        const list = group.getByRole('combobox', {
          name: say('interactions.claims.whoSays', { statement: text }),
        })
        if (speaker !== undefined) await hand.select(list, speaker)
      }
      return
    }
    case 'order': {
      const { items } = v.parse(orderLogic.bodySchema, question.body)
      const { order } = v.parse(orderLogic.responseSchema, response)
      return putInOrder(
        group,
        hand,
        order.map((id) => textOf(items, id)),
      )
    }
    case 'open': {
      const { rubric } = v.parse(openLogic.bodySchema, question.body)
      const { text, met } = v.parse(openLogic.responseSchema, response)
      await hand.type(group.getByRole('textbox', { name: say('interactions.open.yours') }), text)
      await hand.press(group.getByRole('button', { name: say('interactions.open.compare') }))
      for (const criterion of rubric)
        await hand.setBox(
          group.getByRole('checkbox', { name: criterion.text, exact: true }),
          met.includes(criterion.id),
        )
      return
    }
    case 'evidence': {
      const { sentence } = v.parse(evidenceLogic.responseSchema, response)
      return pickSentence(page, hand, question, sentence as SentenceId) // made by `right` or `wrong`
    }
    case 'prove-it': {
      const { options } = v.parse(proveItLogic.bodySchema, question.body)
      const { chosen, sentence } = v.parse(proveItLogic.responseSchema, response)
      await hand.choose(radio(textOf(options, chosen)))
      return pickSentence(page, hand, question, sentence as SentenceId) // made by `right` or `wrong`
    }
    default:
      throw new Error(`Expected a way to answer "${question.type}": write one here`)
  }
}

async function putInOrder(group: Locator, hand: Hand, wanted: readonly string[]): Promise<void> {
  const ups = group.getByRole('button', { name: say('interactions.order.moveUp', { item: '' }) })
  const textsNow = async (): Promise<string[]> => {
    const names = await ups.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? ''),
    )
    return names.map((name) => name.slice(say('interactions.order.moveUp', { item: '' }).length))
  }
  const keep = group.getByRole('button', { name: say('interactions.order.keep') })
  if ((await textsNow()).join() === wanted.join() && (await keep.isVisible())) await hand.press(keep)
  for (const [index, item] of wanted.entries()) {
    for (let at = (await textsNow()).indexOf(item); at > index; at--)
      await hand.press(
        group.getByRole('button', { name: say('interactions.order.moveUp', { item }), exact: true }),
      )
  }
  expect(await textsNow()).toEqual(wanted)
}

/** Picks the proof in the article; in the list where it stands in a section that is not on the screen. */
async function pickSentence(page: Page, hand: Hand, question: Question, sentence: SentenceId): Promise<void> {
  const { article, question: groupOf } = reader(page)
  const group = groupOf(question)
  const name = wordsOf(sentence)
  if (placeOf(sentence).section === question.section) {
    await hand.press(group.getByRole('button', { name: say('proof.pick') }))
    await hand.press(article.getByRole('button', { name, exact: true }))
  } else {
    await hand.press(group.getByText(say('proof.list')))
    await hand.choose(group.getByRole('radio', { name, exact: true }))
  }
  await expect(group.getByText(say('proof.yours'))).toContainText(name)
}

/** Answers the questions of a section and checks them together. */
export async function answerSection(
  page: Page,
  hand: Hand,
  section: Parameters<typeof questionsOf>[0],
  answer: (question: Question) => Answer,
): Promise<void> {
  for (const question of questionsOf(section)) await give(page, hand, answer(question))
  await hand.press(reader(page).button('Check answers'))
}

export async function expectVerdicts(
  page: Page,
  questions: readonly Question[],
  verdict: Verdict,
): Promise<void> {
  for (const question of questions)
    await expect(verdictIn(reader(page).question(question), verdict), question.id).toBeVisible()
}

/** What says that everything is on the device. */
export const saved = (page: Page): Locator =>
  page.getByRole('banner').getByText(say('save.saved'), { exact: true })

/** A figure of the result page, by its name. */
export const figure = (page: Page, name: string): Locator => page.locator(`dt:text-is("${name}") + dd`)

export async function switchLevel(page: Page, level: Level): Promise<void> {
  await reader(page).level.selectOption(level)
  await expect(reader(page).level).toHaveValue(level)
}

export async function openSettings(page: Page): Promise<void> {
  await page.goto('settings')
  await expectAwake(page)
}

/** Chooses on the settings page. */
export async function chooseSettings(page: Page, choose: (page: Page) => Promise<void>): Promise<void> {
  await openSettings(page)
  await choose(page)
}
