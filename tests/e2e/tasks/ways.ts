import { expect, type Locator, type Page } from '@playwright/test'
import { finger, keys, type Hand } from '../hands.ts'
import { expectNothingLost, widenText } from '../layout.ts'
import { expectAwake, reader } from '../reader.ts'
import { expectSaid, heardIn, listenTo } from './screen-reader.ts'

/** Somebody who does a task: with what, and how they know what there is. */
export interface Person {
  readonly page: Page
  readonly hand: Hand
  /** Opens an address as a first visitor. */
  readonly open: (address: string) => Promise<void>
  /** Finds all of these words in a place. */
  readonly finds: (place: Locator, words: readonly string[]) => Promise<void>
  /** Is told something without looking for it. */
  readonly isTold: (words: string) => Promise<void>
}

export interface Way {
  readonly name: string
  readonly screen: { readonly width: number; readonly height: number }
  readonly hasTouch: boolean
  person(page: Page): Promise<Person>
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

function sighted(page: Page, hand: Hand): Person {
  return {
    page,
    hand,
    async open(address) {
      await page.goto(address)
      await expectAwake(page)
    },
    async finds(place, words) {
      await expect(place).toBeVisible()
      for (const text of words) await expect(place).toContainText(flat(text))
    },
    isTold: (words) => expect(reader(page).status).toContainText(words),
  }
}

export const WAYS: readonly Way[] = [
  {
    name: 'by single taps',
    screen: { width: 390, height: 844 },
    hasTouch: true,
    person: (page) => Promise.resolve(sighted(page, finger)),
  },
  {
    name: 'at 320 px with wide text spacing',
    screen: { width: 320, height: 640 },
    hasTouch: true,
    async person(page) {
      await widenText(page)
      const person = sighted(page, finger)
      return {
        ...person,
        async finds(place, words) {
          await person.finds(place, words)
          await expectNothingLost(page, page.url())
        },
      }
    },
  },
  {
    name: 'by keys alone, from what a screen reader says',
    screen: { width: 1280, height: 800 },
    hasTouch: false,
    person(page) {
      const person = sighted(page, keys(page))
      return Promise.resolve({
        ...person,
        async open(address) {
          await person.open(address)
          await listenTo(page)
        },
        async finds(place, words) {
          await person.finds(place, words)
          const heard = async (): Promise<string> => flat((await heardIn(place)).join(' | '))
          for (const text of words) await expect.poll(heard, `heard: ${text}`).toContain(flat(text))
        },
        isTold: (words) => expectSaid(page, words),
      })
    },
  },
]
