import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttemptId } from '#core/kernel/ids.ts'
import type { AttemptSummary, ProgressEvent } from '#core/progress/events.ts'
import type { ProgressRepository } from '#core/progress/repository.ts'
import { aBatch, anEvent, aSummary, attemptId, questionId, someEvents } from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { memoryProgress } from './memory/progress.ts'

const A = attemptId('a')

const repositories: readonly { kind: ProgressRepository['kind']; open: () => Promise<ProgressRepository> }[] =
  [
    { kind: 'memory', open: async () => memoryProgress() },
    { kind: 'device', open: () => openDevice(new FaultyDevice()) },
  ]

async function eventsOf(
  repository: ProgressRepository,
  attempt: AttemptId = A,
): Promise<readonly ProgressEvent[]> {
  const read = await repository.readAttempt(attempt)
  if (!read.ok) throw new Error(read.error.detail)
  return read.value
}

async function attemptsOf(repository: ProgressRepository): Promise<readonly AttemptSummary[]> {
  const listed = await repository.listAttempts()
  if (!listed.ok) throw new Error(listed.error.detail)
  return listed.value
}

describe.each(repositories)('progress in $kind', ({ kind, open }) => {
  it('says what it is', async () => {
    expect((await open()).kind).toBe(kind)
  })

  it('is empty at first', async () => {
    const repository = await open()
    expect(await eventsOf(repository)).toEqual([])
    expect(await attemptsOf(repository)).toEqual([])
  })

  it('gives appended events back in order, beyond number 9', async () => {
    const repository = await open()
    for (const first of [0, 4, 8])
      expect(await repository.append(...aBatch('a', first, 4))).toEqual({ ok: true, value: undefined })
    expect(await eventsOf(repository)).toEqual(someEvents('a', 0, 12))
  })

  it('keeps attempts apart, also when one id begins with the other', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 2))
    await repository.append(...aBatch('ab', 0, 1))
    expect(await eventsOf(repository)).toEqual(someEvents('a', 0, 2))
    expect(await eventsOf(repository, attemptId('ab'))).toEqual(someEvents('ab', 0, 1))
  })

  it('lists the newest summary of each attempt, last touched first', async () => {
    const repository = await open()
    await repository.append(someEvents('a', 0, 1), aSummary())
    await repository.append(someEvents('b', 0, 1), aSummary({ attempt: attemptId('b') }))
    await repository.append(someEvents('a', 1, 1), aSummary({ nextSeq: 2 }))
    await repository.append(someEvents('c', 0, 1), aSummary({ attempt: attemptId('c') }))
    expect((await attemptsOf(repository)).map(({ attempt, nextSeq }) => [attempt, nextSeq])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 1],
    ])
  })

  it.each([
    ['goes back an hour', 1_760_000_000_000 - 3_600_000],
    ['falls to 1970', 0],
    ['was in 2100 and is right again', 1_760_000_000_000 - 4_100_000_000_000],
  ])('lists what was done last first, also when the clock %s', async (_, updatedAtMs) => {
    const repository = await open()
    await repository.append(someEvents('a', 0, 1), aSummary())
    const later = anEvent({ attempt: attemptId('b'), atMs: updatedAtMs })
    await repository.append([later], aSummary({ attempt: attemptId('b'), updatedAtMs }))
    expect((await attemptsOf(repository)).map(({ attempt }) => attempt)).toEqual(['b', 'a'])
  })

  it('puts what a backup brings back behind what was done later here, and before what was done earlier', async () => {
    const repository = await open()
    const touchedAt = (attempt: string, updatedAtMs: number) =>
      [someEvents(attempt, 0, 1), aSummary({ attempt: attemptId(attempt), updatedAtMs })] as const
    const order = async () => (await attemptsOf(repository)).map(({ attempt }) => attempt)
    await repository.append(...touchedAt('early', 10))
    await repository.append(...touchedAt('late', 30))
    const backup = (['before', 'first', 'then', 'after'] as const).map((id, index) => {
      const [events, summary] = touchedAt(id, [5, 20, 19, 40][index] ?? 0)
      return { events, summary }
    })
    await repository.archive.merge(backup)
    expect(await order()).toEqual(['after', 'late', 'then', 'first', 'early', 'before'])
    await repository.append(...touchedAt('now', 7))
    expect((await order())[0]).toBe('now')
  })

  it('leaves an attempt in its place when its summary is worked out anew', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 1))
    await repository.append(...aBatch('b', 0, 1))
    await repository.append([], aSummary({ settledQuestions: 1 }))
    expect((await attemptsOf(repository)).map(({ attempt }) => attempt)).toEqual(['b', 'a'])
  })

  it('keeps the order of an attempt by number, whatever the clock says', async () => {
    const repository = await open()
    const events = [5000, 0, 4_100_000_000_000, -1].map((atMs, seq) => anEvent({ seq, atMs }))
    for (const event of events) await repository.append([event], aSummary({ nextSeq: event.seq + 1 }))
    expect(await eventsOf(repository)).toEqual(events)
  })

  it('keeps what a later version of the program says, and does not ask for its form', async () => {
    const repository = await open()
    const later = anEvent({ happening: { kind: 'said-aloud', from: 3 } as never }) // a kind of tomorrow
    expect((await repository.append([later], aSummary())).ok).toBe(true)
    expect(await eventsOf(repository)).toEqual([later])
  })

  it('refuses a known event and leaves everything as it was', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 3))
    const other = { kind: 'retried', question: questionId('q2') } as const
    const appended = await repository.append(
      [anEvent({ seq: 2, happening: other }), anEvent({ seq: 3, happening: other })],
      aSummary({ nextSeq: 4 }),
    )
    expect(appended).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(await eventsOf(repository)).toEqual(someEvents('a', 0, 3))
    expect((await attemptsOf(repository))[0]?.nextSeq).toBe(3)
  })

  it('refuses the very same event again', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 1))
    expect(await repository.append(...aBatch('a', 0, 1))).toMatchObject({
      ok: false,
      error: { kind: 'conflict' },
    })
  })

  it('refuses events whose predecessor is not stored', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 1))
    expect(await repository.append(...aBatch('a', 2, 1))).toMatchObject({ ok: false, error: { kind: 'gap' } })
    expect(await eventsOf(repository)).toEqual(someEvents('a', 0, 1))
    expect((await attemptsOf(repository))[0]?.nextSeq).toBe(1)
  })

  it.each([
    ['of another attempt', someEvents('b', 0, 1)],
    ['with a hole', [anEvent({ seq: 0 }), anEvent({ seq: 2 })]],
    ['twice', [anEvent(), anEvent()]],
    ['without their form', [anEvent({ atMs: Number.NaN })]],
    [
      'with a response that is no plain data',
      [anEvent({ happening: { kind: 'response-given', question: questionId('q1'), response: new Map() } })],
    ],
  ])('refuses events %s', async (_, events) => {
    const repository = await open()
    expect(await repository.append(events, aSummary())).toMatchObject({
      ok: false,
      error: { kind: 'failed' },
    })
    expect(await eventsOf(repository)).toEqual([])
    expect(await attemptsOf(repository)).toEqual([])
  })

  it('takes responses that a framework has wrapped in a proxy', async () => {
    const repository = await open()
    const wrapped = new Proxy({ order: new Proxy(['x', 'y'], {}) }, {})
    const happening = { kind: 'response-given', question: questionId('q1'), response: wrapped } as const
    await repository.append([anEvent({ happening })], aSummary())
    expect((await eventsOf(repository))[0]?.happening).toEqual({
      ...happening,
      response: { order: ['x', 'y'] },
    })
  })

  it('cannot be changed through what was given to it or what it gave', async () => {
    const repository = await open()
    const response = { order: ['x', 'y'] }
    const happening = { kind: 'response-given', question: questionId('q1'), response } as const
    await repository.append([anEvent({ happening })], aSummary())
    response.order.reverse()
    const given = (await eventsOf(repository))[0]?.happening
    if (given?.kind === 'response-given') Object.assign(given.response as object, { order: null }) // it is the object above
    expect((await eventsOf(repository))[0]?.happening).toEqual({
      ...happening,
      response: { order: ['x', 'y'] },
    })
  })

  it('puts a summary without events', async () => {
    const repository = await open()
    await repository.append(...aBatch('a', 0, 1))
    expect((await repository.append([], aSummary({ points: 1.75 }))).ok).toBe(true)
    expect((await attemptsOf(repository))[0]?.points).toBe(1.75)
  })

  it('keeps the order of appends that nobody waited for', async () => {
    const repository = await open()
    const appended = await Promise.all([0, 1, 2, 3].map((seq) => repository.append(...aBatch('a', seq, 1))))
    expect(appended.every(({ ok }) => ok)).toBe(true)
    expect(await eventsOf(repository)).toEqual(someEvents('a', 0, 4))
  })
})

describe('progress on a device, over random histories', () => {
  const step = fc.record({
    attempt: fc.constantFrom('a', 'b', 'c'),
    size: fc.integer({ min: 1, max: 3 }),
    /** Where the batch begins, counted from where it should. */
    shift: fc.constantFrom(0, 0, 0, 0, -1, 1),
    reopens: fc.boolean(),
    response: fc.jsonValue({ maxDepth: 2 }),
    fault: fc.option(
      fc.record({
        at: fc.integer({ min: 1, max: 8 }),
        mode: fc.constantFrom('throws', 'rejects', 'aborts', 'unseen'),
        name: fc.constantFrom('QuotaExceededError', 'UnknownError', 'InvalidStateError', 'DataError'),
        isLasting: fc.boolean(),
      }),
    ),
  })

  it('reads back exactly what append has acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const device = new FaultyDevice()
        const acknowledged = new Map<string, ProgressEvent[]>()
        let repository = await openDevice(device)
        for (const { attempt, size, shift, reopens, response, fault } of steps) {
          if (reopens) {
            repository.close()
            repository = await openDevice(device)
          }
          const known = acknowledged.get(attempt) ?? []
          const first = Math.max(0, known.length + shift)
          const happening = { kind: 'response-given', question: questionId('q1'), response } as const
          const events = someEvents(attempt, first, size).map((event) => ({ ...event, happening }))
          // A lasting fault that hides commits would leave the page no way to learn the truth.
          device.plan(fault?.mode === 'unseen' ? { ...fault, isLasting: false } : fault)
          const [, summary] = aBatch(attempt, first, size)
          const appended = await repository.append(events, summary)
          device.plan(null)
          if (appended.ok) acknowledged.set(attempt, [...known, ...events])
          if (fault === null) expect(appended.ok).toBe(first === known.length)
        }
        const reopened = await openDevice(device)
        for (const attempt of ['a', 'b', 'c'])
          expect(await eventsOf(reopened, attemptId(attempt))).toEqual(acknowledged.get(attempt) ?? [])
        expect(await attemptsOf(reopened)).toHaveLength(acknowledged.size)
      }),
      { numRuns: 60 },
    )
  })
})
