import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aBatch,
  anEvent,
  anOutcome,
  aSummary,
  attemptId,
  questionId,
  someEvents,
} from '#tests/factories/progress.ts'
import { plant, recordsIn } from '#tests/storage/device-records.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'

const A = attemptId('a')
const NOTHING = { ok: true, value: { setAside: 0, stale: [] } }

/** A device that knows two events. */
async function begun() {
  const device = new FaultyDevice()
  const repository = await openDevice(device)
  await repository.append(...aBatch('a', 0, 2))
  return { device, repository }
}

describe('a damaged record', () => {
  it.each([
    ['without its happening', { attempt: A, seq: 2, atMs: 0, elapsedMs: 0 }],
    [
      'that says too little',
      { ...anEvent({ seq: 2 }), happening: { kind: 'checked', questions: questionId('q1') } },
    ],
    ['with a kind that is no word', { ...anEvent({ seq: 2 }), happening: { kind: 7 } }],
    ['at a time that is none', { ...anEvent({ seq: 2 }), atMs: 'now' }],
    ['with half a number', anEvent({ seq: 2.5 })],
    ['whose number is none', { ...anEvent(), seq: 'first' }],
    ['after a hole', anEvent({ seq: 3 })],
  ])('%s is left out and set aside, and the attempt goes on', async (_, record) => {
    const { device, repository } = await begun()
    await plant(device, 'events', record)
    expect(await repository.readAttempt(A)).toEqual({ ok: true, value: someEvents('a', 0, 2) })
    expect((await recordsIn(device))['set-aside']).toMatchObject([
      { store: 'events', attempt: 'a', record, detail: expect.any(String) },
    ])
    expect(await repository.append(...aBatch('a', 2, 4))).toEqual({ ok: true, value: undefined })
    expect(await repository.readAttempt(A)).toEqual({ ok: true, value: someEvents('a', 0, 6) })
  })

  it('takes what comes after it along, with the reason', async () => {
    const { device, repository } = await begun()
    await plant(
      device,
      'events',
      { ...anEvent({ seq: 2 }), atMs: null },
      anEvent({ seq: 3 }),
      anEvent({ seq: 4 }),
    )
    await repository.readAttempt(A)
    const aside = (await recordsIn(device))['set-aside'] as { seq: number; reason: string }[] // our own form
    expect(aside.map(({ seq, reason }) => [seq, reason])).toEqual([
      [2, 'form'],
      [3, 'gap'],
      [4, 'gap'],
    ])
  })

  it('among the summaries leaves the list, and its attempt is named to be worked out anew', async () => {
    const { device, repository } = await begun()
    await repository.append(...aBatch('b', 0, 1))
    await plant(device, 'attempts', { attempt: 'a', lesson: 'tidal-power' })
    const listed = await repository.listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(['b'])
    expect(await repository.archive.unlistedAttempts()).toEqual({ ok: true, value: ['a'] })
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 1, stale: ['a'] } })
    await repository.append([], aSummary({ nextSeq: 2 }))
    expect(await repository.archive.unlistedAttempts()).toEqual({ ok: true, value: [] })
    expect(await repository.archive.check()).toMatchObject(NOTHING)
  })

  it('among the outcomes is left out, and its attempt is named to be worked out anew', async () => {
    const { device, repository } = await begun()
    const summary = { ...aSummary({ nextSeq: 2, settledQuestions: 1 }), outcomes: [anOutcome()] }
    await repository.append([], summary)
    expect(await repository.archive.check()).toMatchObject(NOTHING)
    await plant(device, 'outcomes', { attempt: 'a', outcomes: [{ question: 'q1' }] })
    expect(await repository.listOutcomes()).toEqual({ ok: true, value: [] })
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 0, stale: ['a'] } })
    await repository.append([], summary)
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { stale: [] } })
  })
})

describe('a look through everything', () => {
  it('finds nothing where nothing is wrong, and counts', async () => {
    const { repository } = await begun()
    expect(await repository.archive.check()).toEqual({
      ok: true,
      value: { attempts: 1, events: 2, setAside: 0, setAsideBefore: 0, stale: [] },
    })
  })

  it('names every attempt whose summary was lost, and reads no events to find them', async () => {
    const device = new FaultyDevice()
    const repository = await openDevice(device)
    for (const attempt of ['c', 'a', 'b']) await plant(device, 'events', ...someEvents(attempt, 0, 2))
    await repository.append(...aBatch('d', 0, 1))
    expect(await repository.archive.unlistedAttempts()).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  })

  it('names an attempt whose summary is behind its events', async () => {
    const { device, repository } = await begun()
    await plant(device, 'events', anEvent({ seq: 2 }))
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 0, stale: ['a'] } })
  })

  it('sets a summary aside that has no events at all', async () => {
    const { device, repository } = await begun()
    await plant(device, 'attempts', aSummary({ attempt: attemptId('hollow') }))
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 1 } })
    const listed = await repository.listAttempts()
    expect(listed.ok && listed.value.map(({ attempt }) => attempt)).toEqual(['a'])
    expect(await repository.archive.check()).toMatchObject({
      ok: true,
      value: { setAside: 0, setAsideBefore: 1 },
    })
  })

  it('finds events of an attempt without a name', async () => {
    const { device, repository } = await begun()
    await plant(device, 'events', { ...anEvent(), attempt: 7 })
    expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 1, attempts: 1 } })
    expect(await repository.archive.check()).toMatchObject(NOTHING)
  })

  const mutation = fc.record({
    at: fc.integer({ min: 0, max: 7 }),
    field: fc.constantFrom('atMs', 'elapsedMs', 'happening'),
    value: fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.string(),
      fc.constant({ kind: 'checked' }),
      fc.constant(Number.NaN),
    ),
  })

  it('loses no record to any mutation: each is in the log or set aside, and the second look finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { maxLength: 4 }), async (mutations) => {
        const device = new FaultyDevice()
        const repository = await openDevice(device)
        const planted = new Map<number, unknown>()
        await repository.append(...aBatch('a', 0, 8))
        await repository.append(...aBatch('b', 0, 3))
        for (const { at, field, value } of mutations)
          planted.set(at, { ...anEvent({ seq: at }), [field]: value })
        await plant(device, 'events', ...planted.values())
        const first = await repository.archive.check()
        const { events, 'set-aside': aside } = await recordsIn(device)
        const ofEvents = aside.filter((record) => (record as { store: string }).store === 'events') // our own form
        expect(events.length + ofEvents.length).toBe(11)
        expect(first).toMatchObject({ ok: true, value: { setAside: aside.length, events: events.length } })
        expect(await repository.readAttempt(attemptId('b'))).toEqual({
          ok: true,
          value: someEvents('b', 0, 3),
        })
        expect(await repository.archive.check()).toMatchObject({ ok: true, value: { setAside: 0 } })
        const read = await repository.readAttempt(A)
        const next = read.ok ? read.value.length : -1
        expect((await repository.append(...aBatch('a', next, 2))).ok).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
