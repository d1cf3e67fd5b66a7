import { describe, expect, it } from 'vitest'
import { awaitWords } from './early-language.ts'

const tags = ['en', 'es', 'ar']

/** The root of a page that was built in English, after the first script. */
function rootFor(choice: unknown, preferred: readonly string[]): HTMLElement {
  const root = document.createElement('html')
  root.lang = 'en'
  root.dir = 'ltr'
  awaitWords(root, { choice, preferred, tags, rightToLeft: ['ar'] })
  return root
}
const saysOf = ({ lang, dir, dataset }: HTMLElement) => [lang, dir, dataset.words]

describe('a page before its first paint', () => {
  it('waits for the words that were chosen', () => {
    expect(saysOf(rootFor('ar', ['en']))).toEqual(['ar', 'rtl', 'pending'])
  })
  it('waits for the words of the device where nothing was chosen', () => {
    expect(saysOf(rootFor(undefined, ['de', 'es-MX']))).toEqual(['es', 'ltr', 'pending'])
  })
  it.each([
    ['en', ['ar'], 'English was chosen'],
    ['system', ['en-US', 'ar'], 'the device wants English first'],
    ['system', ['de'], 'there is nothing that the device wants'],
    ['xx', [], 'the choice is gone'],
    [7, ['en'], 'the choice is damaged'],
  ])('stands as it was built for %j beside %j: %s', (choice, preferred, _why) => {
    expect(saysOf(rootFor(choice, preferred))).toEqual(['en', 'ltr', undefined])
  })
})
