import { describe, expect, it } from 'vitest'
import { aDraft, aQuestionDraft, ruleContext, someOptions } from '#tests/factories/lesson-draft.ts'
import { stemCopiesSentence } from './stem-copies-sentence.ts'

const texts = {
  a2: `## Airfield {#harbour}

The first stop was an airfield. Kim saw the Tu-160, the Tu-95MS and the Tu-22M3 there with Defence Minister Sergei Shoigu of Russia.
`,
  b1: `## Airfield {#harbour}

Kim then went on board a warship that hunts submarines. The pair gave each other rifles.
`,
}
const check = (stem: string, options = ['*Yes', 'No', 'Perhaps'], reworded: string[] = []) => {
  const question = aQuestionDraft({
    stem,
    reworded,
    quotes: [],
    fields: { options: someOptions(...options) },
  })
  return stemCopiesSentence.check(aDraft({ texts, questions: [question] }), ruleContext)
}

describe('stem-copies-sentence', () => {
  it('finds six words in a row of one sentence, whatever their case', () => {
    expect(check('Who Went On Board A Warship that hunts?')).toEqual([
      {
        code: 'stem-copies-sentence',
        severity: 'warning',
        file: 'questions.yaml',
        path: [0, 'stem'],
        params: { level: 'b1', paragraph: 1, words: 'Went On Board A Warship that hunts' },
      },
    ])
  })

  it('reads other wordings and keys, each at its place', () => {
    const copy = 'on board a warship that hunts submarines'
    expect(check('Where?', ['No', `*${copy}`], [`Who was ${copy}?`]).map((finding) => finding.path)).toEqual([
      [0, 'reworded', 0],
      [0, 'options', 1, 'text'],
    ])
  })

  it.each([
    ['five words are shared', 'Who saw a warship that hunts submarines?'],
    ['a run goes over two sentences', 'Which warship that hunts submarines the pair gave each?'],
    ['the shared words are names and numbers', 'Who saw the Tu-160, the Tu-95MS and the Tu-22M3 there?'],
    ['a title and a name make the run long', 'Who was there with Defence Minister Sergei Shoigu of Russia?'],
    ['the stem quotes openly', 'What does “on board a warship that hunts submarines” tell about the ship?'],
  ])('is content where %s', (_, stem) => {
    expect(check(stem)).toEqual([])
  })

  it('lets a distractor use the words of the text', () => {
    expect(check('Where?', ['*No', 'on board a warship that hunts submarines'])).toEqual([])
  })
})
