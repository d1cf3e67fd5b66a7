import { describe, expect, it } from 'vitest'
import { shortHash } from '#core/kernel/hash.ts'
import { claimsExchange } from './exchange.ts'
import { claimsLogic, type ClaimsBody } from './logic.ts'
import { claimsText } from './text.ts'

const said = { text: 'It is a frigate.', kind: 'claim', by: 'state media', why: 'They alone say it.' }
const seen = { text: 'Kim went on board.', kind: 'fact' }
const speakers = ['state media', 'the Kremlin']
const faultsOf = (fields: unknown) => claimsText.read(fields).faults
const body = claimsText.read({ statements: [said, seen], speakers }).body as ClaimsBody
const [saidId, seenId] = [shortHash(said.text), shortHash(seen.text)]
const grade = (kinds: Record<string, 'fact' | 'claim' | 'opinion'>, by: Record<string, string>) =>
  claimsLogic.grade(body, { kinds, speakers: by }, { language: 'en', evidence: [] })

describe('faults of the text', () => {
  it('names a speaker who is not in the list, at the statement', () => {
    expect(faultsOf({ statements: [{ ...said, by: 'Reuters' }, seen], speakers })).toMatchObject([
      { code: 'unknown-speaker', path: ['statements', 0, 'by'], params: { by: 'Reuters' } },
    ])
    expect(faultsOf({ statements: [said, seen] })).toMatchObject([{ code: 'unknown-speaker' }])
  })

  it('asks who says so of every claim and opinion, once it asks', () => {
    const opinion = { text: 'It is troubling.', kind: 'opinion' }
    expect(faultsOf({ statements: [said, opinion], speakers })).toMatchObject([
      { code: 'missing-speaker', path: ['statements', 1], params: { text: opinion.text } },
    ])
    expect(faultsOf({ statements: [seen, opinion] })).toEqual([])
  })

  it('gives a fact no speaker', () => {
    const fact = { ...seen, by: 'state media' }
    expect(faultsOf({ statements: [said, fact], speakers })).toMatchObject([
      { code: 'speaker-of-fact', path: ['statements', 1, 'by'] },
    ])
  })

  it('names statements and speakers that stand twice, at the second', () => {
    const twice = { statements: [said, said], speakers: [...speakers, 'state media'] }
    expect(faultsOf(twice).map(({ code, path }) => [code, ...path])).toEqual([
      ['duplicate-statement', 'statements', 1, 'text'],
      ['duplicate-speaker', 'speakers', 2],
    ])
  })
})

describe('grading', () => {
  it('counts what it is and who says so as cells of their own', () => {
    const halfRight = grade({ [saidId]: 'opinion', [seenId]: 'fact' }, { [saidId]: shortHash('state media') })
    expect(halfRight.score).toBeCloseTo(2 / 3, 10)
    expect(halfRight.parts).toEqual([
      { id: saidId, state: 'wrong', why: said.why },
      { id: `${saidId}.by`, state: 'right' },
      { id: seenId, state: 'right' },
    ])
  })

  it('counts a speaker who was never asked for as missed, whatever was chosen before', () => {
    const { parts } = grade({ [saidId]: 'fact', [seenId]: 'fact' }, { [saidId]: shortHash('state media') })
    expect(parts).toContainEqual({ id: `${saidId}.by`, state: 'missed' })
  })

  it('tells why where only the speaker is wrong', () => {
    const { parts } = grade({ [saidId]: 'claim', [seenId]: 'fact' }, { [saidId]: shortHash('the Kremlin') })
    expect(parts).toContainEqual({ id: `${saidId}.by`, state: 'wrong', why: said.why })
  })

  it('waits for who says so only where a claim or an opinion was chosen', () => {
    const ready = (kind: 'fact' | 'claim'): boolean =>
      claimsLogic.isReady(body, { kinds: { [saidId]: kind, [seenId]: 'fact' } })
    expect(ready('fact')).toBe(true)
    expect(ready('claim')).toBe(false)
  })
})

it('comes back whole from the match shape, its reasons apart', () => {
  const bare = claimsText.read({ statements: [{ ...said, why: undefined }, seen], speakers })
    .body as ClaimsBody
  expect(claimsExchange.fromNeutral(claimsExchange.toNeutral(bare).shape)?.body).toEqual(bare)
})

it('leaves pairs of another kind to another type', () => {
  const pairs = {
    kind: 'match',
    left: ['Tu-160'],
    right: ['Fact', 'Plane', 'Ship'],
    pairs: [[0, 1]],
  } as const
  expect(claimsExchange.fromNeutral(pairs)).toBeNull()
})
