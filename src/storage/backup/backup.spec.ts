import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#core/kernel/result.ts'
import type { ProgressArchive } from '#core/progress/archive.ts'
import { aBatch, anEvent, aSummary, attemptId, questionId, someEvents } from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { memoryProgress } from '../memory/progress.ts'
import { MAX_BYTES } from './format.ts'
import { readBackup } from './read.ts'
import { writeBackup } from './write.ts'

const nowMs = 1_760_000_000_000

async function textOf(archive: ProgressArchive): Promise<string> {
  const written = await writeBackup(archive, { nowMs })
  if (!written.ok) throw new Error(written.error.detail)
  return written.value.text()
}

async function restore(text: string | Blob, archive: ProgressArchive) {
  const read = await readBackup(text instanceof Blob ? text : new Blob([text]))
  return read.ok ? archive.merge(read.value.attempts) : read
}

/** Attempts with responses of every kind, kept on a device. */
const response = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' }))
const histories = fc.array(
  fc.record({
    attempt: fc.constantFrom('a', 'b', 'ü', '한'),
    responses: fc.array(response, { maxLength: 4 }),
  }),
  { maxLength: 5 },
)
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never

async function kept(history: History): Promise<ProgressArchive> {
  const device = await openDevice(new FaultyDevice())
  const { archive } = device
  const counts = new Map<string, number>()
  for (const { attempt, responses } of history) {
    const first = counts.get(attempt) ?? 0
    const [given, summary] = aBatch(attempt, first, responses.length + 1)
    const events = given.map((event, index) =>
      index === 0
        ? event
        : {
            ...event,
            happening: {
              kind: 'response-given',
              question: questionId('q1'),
              response: responses[index - 1],
            } as const,
          },
    )
    counts.set(attempt, first + events.length)
    expect((await device.append(events, summary)).ok).toBe(true)
  }
  return archive
}

const empty = async (): Promise<ProgressArchive> => (await openDevice(new FaultyDevice())).archive

describe('a backup', () => {
  it('that is brought back on an empty device gives the same backup, for any history', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const text = await textOf(await kept(history))
        const other = await empty()
        expect((await restore(text, other)).ok).toBe(true)
        expect(await textOf(other)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('that comes in twice, or home to its own device, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const archive = await kept(history)
        const text = await textOf(archive)
        expect(await restore(text, archive)).toMatchObject({
          ok: true,
          value: { added: 0, extended: 0, forked: 0 },
        })
        expect(await textOf(archive)).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  it('of two devices that went on apart is joined without losing an event of either', async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, async (one, other) => {
        const [here, there] = [await kept(one), await kept(other)]
        const [mine, theirs] = [await textOf(here), await textOf(there)]
        await restore(theirs, here)
        for (const text of [mine, theirs])
          expect(await restore(text, here)).toMatchObject({
            ok: true,
            value: { added: 0, extended: 0, forked: 0 },
          })
      }),
      { numRuns: 40 },
    )
  })

  it('that is cut anywhere is refused and changes nothing', async () => {
    const text = await textOf(
      await kept([
        { attempt: 'ü', responses: ['ж', { a: 1 }] },
        { attempt: 'b', responses: [] },
      ]),
    )
    const bytes = new TextEncoder().encode(text)
    const archive = await empty()
    const kinds = new Set<string>()
    for (let length = 0; length < bytes.length; length++) {
      const restored = await restore(new Blob([bytes.slice(0, length)]), archive)
      expect(restored.ok, `${length} bytes`).toBe(false)
      if (!restored.ok) kinds.add(restored.error.kind)
    }
    expect([...kinds].sort()).toEqual(['cut', 'foreign'])
    expect(await archive.attemptIds()).toEqual({ ok: true, value: [] })
  })

  it('in which a bit has flipped is refused, or says the same as before', async () => {
    const source = await kept([
      { attempt: 'a', responses: ['x', { a: 1 }] },
      { attempt: 'b', responses: [] },
    ])
    const text = await textOf(source)
    const bytes = new TextEncoder().encode(text)
    let refused = 0
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const archive = memoryProgress().archive
      const restored = await restore(new Blob([flipped]), archive)
      if (restored.ok) expect(await textOf(archive), `byte ${at}`).toBe(text)
      else {
        refused += 1
        expect(await archive.attemptIds()).toEqual({ ok: true, value: [] })
      }
    }
    expect(refused).toBeGreaterThan(bytes.length * 0.95)
  })

  it.each([
    ['foreign', 'an empty file', ''],
    ['foreign', 'a picture', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x0a])])],
    ['foreign', 'a page', '<!doctype html>\n<title>Proofline</title>\n'],
    ['foreign', 'JSON of another program', '{"format":"other","version":1}\n'],
    [
      'newer',
      'a backup of a later version',
      '{"format":"proofline-backup","version":2,"parts":[]}\nanything\n',
    ],
    [
      'damaged',
      'a head with more than a head has',
      '{"format":"proofline-backup","savedAtMs":0,"version":1,"x":1}\n',
    ],
    ['too-large', 'a file that no history fills', { size: MAX_BYTES + 1 } as Blob], // only its size is looked at
    [
      'unreadable',
      'a file that is gone',
      {
        size: 1,
        stream: () => {
          throw new DOMException('gone', 'NotFoundError')
        },
      } as unknown as Blob, // all that is asked of it
    ],
  ])('is refused as %s when it is %s', async (kind, _, file) => {
    expect(await readBackup(typeof file === 'string' ? new Blob([file]) : file)).toMatchObject({
      ok: false,
      error: { kind },
    })
  })

  it.each([
    ['events that are no events', { events: [{ ...anEvent(), atMs: 'now' }], summary: null }],
    ['a log with a hole', { events: [anEvent(), anEvent({ seq: 2 })], summary: null }],
    [
      'the summary of another attempt',
      { events: [anEvent()], summary: aSummary({ attempt: attemptId('z') }) },
    ],
    [
      'outcomes that review could not read',
      { events: [anEvent()], summary: { ...aSummary(), outcomes: [{}] } },
    ],
    ['more than an attempt has', { events: [anEvent()], summary: null, isAdmin: true }],
  ])('with a true checksum is refused all the same when it has %s', async (_, forged) => {
    const written = await writeBackup(
      {
        attemptIds: async () => ok([attemptId('a')]),
        readStored: async () => ok(forged as never), // whatever it is
      },
      { nowMs },
    )
    if (!written.ok) throw new Error('Expected a file')
    expect(await readBackup(written.value)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  })
})

describe('what the device has refused', () => {
  const page = [{ events: someEvents('a', 0, 4), summary: aSummary({ nextSeq: 4 }) }]

  it('is in the file, with what the device has', async () => {
    const device = await openDevice(new FaultyDevice())
    const { archive } = device
    await device.append(...aBatch('a', 0, 2))
    await device.append(...aBatch('b', 0, 1))
    const written = await writeBackup(archive, { nowMs, unsaved: page })
    const read = written.ok ? await readBackup(written.value) : written
    expect(read.ok && read.value.attempts.map(({ events }) => [events[0]?.attempt, events.length])).toEqual([
      ['a', 4],
      ['b', 1],
    ])
  })

  it('is in the file although the device cannot be read at all', async () => {
    const dead = async () => err({ kind: 'failed', detail: 'dead' } as const)
    const written = await writeBackup({ attemptIds: dead, readStored: dead }, { nowMs, unsaved: page })
    const read = written.ok ? await readBackup(written.value) : written
    expect(read.ok && read.value.attempts).toEqual(page)
    expect(await writeBackup({ attemptIds: dead, readStored: dead }, { nowMs })).toMatchObject({ ok: false })
  })

  it('stands beside what another tab has stored instead', async () => {
    const device = await openDevice(new FaultyDevice())
    const { archive } = device
    const other = { kind: 'retried', question: questionId('q2') } as const
    await device.append([anEvent(), anEvent({ seq: 1, happening: other })], aSummary({ nextSeq: 2 }))
    const written = await writeBackup(archive, { nowMs, unsaved: page })
    const read = written.ok ? await readBackup(written.value) : written
    expect(read.ok && read.value.attempts.map(({ events }) => events.length)).toEqual([2, 4])
  })
})
