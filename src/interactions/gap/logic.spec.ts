import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { shortHash } from '#core/kernel/hash.ts'
import { bankFor, gapLogic, type GapBody } from './logic.ts'
import { parsePassage, writePassage } from './passage.ts'
import { gapText } from './text.ts'

const context = { language: 'en', evidence: [] }
const bodyOf = (fields: unknown): GapBody => gapText.read(fields).body as GapBody

describe('the passage', () => {
  it.each([
    ['no gap at all', 'gap-missing'],
    ['a gap {that never ends', 'gap-unclosed'],
    ['a gap {in {another} gap}', 'gap-unclosed'],
    ['an end} without a {beginning}', 'gap-unopened'],
    ['{}', 'gap-empty'],
    ['{word| }', 'gap-empty'],
    ['\\{escaped\\}', 'gap-missing'],
  ])('%j is the fault %s', (passage, code) => {
    const { body, faults } = gapText.read({ passage })
    expect(body).toBeNull()
    expect(faults[0]).toMatchObject({ code, severity: 'error', path: ['passage'] })
  })

  it('names the gap and the words near it', () => {
    expect(parsePassage('one {two} three {four').faults).toMatchObject([
      { code: 'gap-unclosed', params: { gap: 2, near: 'four' } },
    ])
  })

  it('keeps escaped marks as characters, and other backslashes as they are', () => {
    expect(parsePassage('C:\\dir \\{x\\} a|b {p\\|q|r}').segments).toEqual([
      'C:\\dir {x} a|b ',
      { id: 'gap-1', accepted: ['p|q', 'r'] },
    ])
  })

  const words = fc.string({
    unit: fc.constantFrom('a', ' ', '{', '}', '|', '\\', 'é'),
    minLength: 1,
    maxLength: 8,
  })
  const accepted = words.map((text) => text.trim()).filter((text) => text !== '')
  test.prop([
    fc.array(fc.record({ before: words, accepted: fc.array(accepted, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
    }),
  ])('is the same after writing and reading, whatever characters it holds', (parts) => {
    const segments = parts.flatMap(({ before, accepted: variants }, index) => [
      before,
      { id: `gap-${index + 1}`, accepted: variants },
    ])
    expect(parsePassage(writePassage(segments))).toEqual({ segments, faults: [] })
  })
})

describe('the word bank', () => {
  const body = bodyOf({
    passage: '{a} {b} {a} {c}',
    distractors: [{ text: 'd', misreading: 'outside', why: 'Not d.' }],
  })
  const usedUp = (gaps: Record<string, string>, gapId: string) =>
    bankFor(body, gaps, gapId)
      .filter((entry) => entry.isUsedUp)
      .map((entry) => entry.word)

  it('is there as soon as there are distractors, and offers each word once', () => {
    expect(body.hasBank).toBe(true)
    expect(
      bankFor(body, {}, 'gap-1')
        .map((entry) => entry.word)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })
  it('does not offer the words in the order of their gaps, and in the same order for every gap', () => {
    const order = bankFor(body, {}, 'gap-1').map((entry) => entry.word)
    expect(order).not.toEqual(['a', 'b', 'c', 'd'])
    expect(bankFor(body, { 'gap-1': 'b' }, 'gap-2').map((entry) => entry.word)).toEqual(order)
  })
  it('gives a word away as often as it holds it', () => {
    expect(usedUp({ 'gap-1': 'a', 'gap-2': 'b' }, 'gap-3')).toEqual(['b'])
    expect(usedUp({ 'gap-1': 'a', 'gap-3': 'a' }, 'gap-4')).toEqual(['a'])
  })
  it('lets a gap keep the word that it holds', () => {
    expect(usedUp({ 'gap-2': 'b' }, 'gap-2')).toEqual([])
  })
  it('tells why a distractor fails', () => {
    const gaps = { 'gap-1': 'a', 'gap-2': 'd', 'gap-3': 'a', 'gap-4': 'c' }
    expect(gapLogic.grade(body, { gaps }, context).parts[1]).toEqual({
      id: 'gap-2',
      state: 'wrong',
      misreading: 'outside',
      why: 'Not d.',
    })
  })
  it('refuses a distractor that fills a gap, and one that stands twice', () => {
    const { faults } = gapText.read({
      passage: '{a|b}',
      distractors: [{ text: 'b' }, { text: 'c' }, { text: 'c' }],
    })
    expect(faults.map((fault) => [fault.code, ...fault.path])).toEqual([
      ['distractor-is-key', 'distractors', 0, 'text'],
      ['duplicate-distractor', 'distractors', 2, 'text'],
    ])
  })
})

describe('typed words', () => {
  const gradeOf = (passage: string, ...given: string[]) =>
    gapLogic
      .grade(
        bodyOf({ passage }),
        { gaps: Object.fromEntries(given.map((text, index) => [`gap-${index + 1}`, text])) },
        context,
      )
      .parts.map((part) => part.state)

  it('are compared by the rule for typed answers: case and small slips are forgiven', () => {
    expect(gradeOf('The {destroyer} left.', ' Destroyr ')).toEqual(['right'])
    expect(gradeOf('The {destroyer} left.', 'submarine')).toEqual(['wrong'])
  })
  it('are wrong when they are another gap’s word, even one letter away', () => {
    expect(gradeOf('The {marine} met the {marina} guard.', 'marina', 'marine')).toEqual(['wrong', 'wrong'])
  })
  it('stay right in two gaps that take the same word', () => {
    expect(gradeOf('{Kim} saw {Kim}.', 'Kim', 'kim')).toEqual(['right', 'right'])
  })
})

it('has ids of distractors that follow their words', () => {
  expect(bodyOf({ passage: '{a}', distractors: [{ text: 'b' }] }).distractors[0]?.id).toBe(shortHash('b'))
})
