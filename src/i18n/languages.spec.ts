import { describe, expect, it } from 'vitest'
import { languageFor } from './languages.ts'

describe('the language of the interface', () => {
  it.each([
    ['es', ['fr'], 'es', 'is the one that was chosen'],
    ['system', ['de-AT', 'fr-CA', 'es'], 'fr', 'is else the first of the device that there is'],
    ['system', ['ES-mx'], 'es', 'is found by its first part, in any case'],
    ['system', ['de'], 'en', 'is English where the device wants none that there is'],
    ['system', [], 'en', 'is English where the device wants nothing'],
    ['xx', ['es'], 'en', 'is English where the choice is gone'],
  ])('%s beside %j: %s, it %s', (choice, preferred, tag) => {
    expect(languageFor(choice, preferred).tag).toBe(tag)
  })
})
