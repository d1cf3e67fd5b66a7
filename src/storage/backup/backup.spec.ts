import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#core/kernel/result.ts'
import { restoredLesson, type BackupLesson, type KeptLesson } from '#core/lesson-files/kept-lesson.ts'
import { writeLessonJson } from '#core/lesson-files/lesson-json.ts'
import { textOf } from '#core/lesson-files/long-text.ts'
import { ownLessonId } from '#core/lesson-files/own-id.ts'
import { readParcel } from '#core/lesson-files/read-parcel.ts'
import type { LessonShelf } from '#core/lesson-files/shelf.ts'
import { MAX_BACKUP_BYTES, type ProgressArchive } from '#core/progress/archive.ts'
import { corpusFiles, registries } from '#tests/factories/lesson-files.ts'
import {
  aBatch,
  anEvent,
  aStart,
  aSummary,
  attemptId,
  questionId,
  someEvents,
} from '#tests/factories/progress.ts'
import { FaultyDevice } from '#tests/storage/faulty-indexeddb.ts'
import { openDevice } from '#tests/storage/open-device.ts'
import { memoryProgress } from '../memory/progress.ts'
import { readBackup } from './read.ts'
import { writeBackup } from './write.ts'

const nowMs = 1_760_000_000_000

async function backupOf(archive: ProgressArchive, shelf?: LessonShelf): Promise<string> {
  const written = await writeBackup(archive, { nowMs, shelf })
  if (!written.ok) throw new Error(written.error.detail)
  return written.value.text()
}

async function restore(text: string | Blob, archive: ProgressArchive) {
  const read = await readBackup(text instanceof Blob ? text : new Blob([text]))
  if (!read.ok) return read
  const lessons: KeptLesson[] = []
  for (const lesson of read.value.lessons) {
    const sound = restoredLesson(lesson, await readAnew(await textOf(lesson.source)))
    if (sound !== null) lessons.push(sound)
  }
  return archive.merge(read.value.attempts, lessons)
}

/** Reads a lesson in one file as the worker of the page does. */
const readings = new Map<string, ReturnType<typeof readParcel>>()
function readAnew(source: string): ReturnType<typeof readParcel> {
  const bytes = new TextEncoder().encode(source)
  const file = { path: 'a.lesson.json', size: bytes.length, bytes: () => Promise.resolve(bytes) }
  const known = readings.get(source) ?? readParcel({ label: file.path, files: [file] }, registries)
  readings.set(source, known)
  return known
}

/** The frozen lesson of two levels, as the file of an author who corrects one explanation again and again. */
const sourceOf = (name: string, edition: number): string =>
  writeLessonJson({
    id: name,
    files: {
      ...corpusFiles('good/two-levels'),
      'questions.yaml': (corpusFiles('good/two-levels')['questions.yaml'] ?? '').replace(
        'The mayor switched it on',
        `In edition ${edition} the mayor switched it on`,
      ),
    },
  })

/** A lesson from a file as a device has it after these editions. */
async function aKeptLesson(name: string, editions: readonly number[], copy = 1): Promise<KeptLesson> {
  const past: BackupLesson['editions'][number][] = []
  for (const edition of editions) {
    const { sound } = await readAnew(sourceOf(name, edition))
    if (sound === null) throw new Error('Expected a sound lesson')
    const { contentHash, prints } = sound
    past.push({ contentHash, prints, asOf: null, openedAtMs: nowMs + edition })
  }
  const source = sourceOf(name, editions.at(-1) ?? 0)
  const told = { id: ownLessonId(name, copy), source, editions: past, changed: { q1: nowMs } }
  const lesson = restoredLesson(told, await readAnew(source))
  if (lesson === null) throw new Error('Expected a sound lesson')
  return lesson
}

/** Lessons from files, each with a few editions; some stand beside others of their name. */
const shelves = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('two-levels', 'harbour'),
    editions: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
    copy: fc.integer({ min: 1, max: 2 }),
  }),
  { selector: ({ name, copy }) => `${name} ${copy}`, maxLength: 3 },
)
type Shelf = typeof shelves extends fc.Arbitrary<infer Value> ? Value : never

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

async function aDeviceWith(history: History, lessons: Shelf = []) {
  const device = await openDevice(new FaultyDevice())
  const shelf = await device.openShelf()
  for (const { name, editions, copy } of lessons) {
    const { card, lesson } = await aKeptLesson(name, editions, copy)
    expect((await shelf.put(card, lesson)).ok).toBe(true)
  }
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
  return { archive, shelf, device }
}

const kept = async (history: History): Promise<ProgressArchive> => (await aDeviceWith(history)).archive

const empty = async (): Promise<ProgressArchive> => (await openDevice(new FaultyDevice())).archive

describe('a backup', () => {
  it('that is brought back on an empty device gives the same backup, for any history and any lessons from files', async () => {
    await fc.assert(
      fc.asyncProperty(histories, shelves, async (history, lessons) => {
        const { archive, shelf } = await aDeviceWith(history, lessons)
        const text = await backupOf(archive, shelf)
        const [other, memory] = [await aDeviceWith([]), memoryProgress()]
        expect((await restore(text, other.archive)).ok).toBe(true)
        expect((await restore(text, memory.archive)).ok).toBe(true)
        expect(await backupOf(other.archive, other.shelf)).toBe(text)
        expect(await backupOf(memory.archive, await memory.openShelf())).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('brings a lesson back as it was kept, with the editions before', async () => {
    const { archive, shelf } = await aDeviceWith([], [{ name: 'harbour', editions: [0, 1], copy: 1 }])
    const other = await aDeviceWith([])
    await restore(await backupOf(archive, shelf), other.archive)
    const id = ownLessonId('harbour')
    expect(await other.shelf.list()).toEqual(await shelf.list())
    expect(await other.shelf.read(id)).toEqual(await shelf.read(id))
  })

  it('takes sittings along to a lesson that has to stand beside another of its name', async () => {
    const lesson = ownLessonId('harbour')
    const there = await aDeviceWith([], [{ name: 'harbour', editions: [0], copy: 1 }])
    const start = anEvent({ happening: aStart({ lesson }) })
    await there.device.append([start], aSummary({ lesson }))
    const here = await aDeviceWith([], [{ name: 'harbour', editions: [1], copy: 1 }])
    const text = await backupOf(there.archive, there.shelf)
    expect(await restore(text, here.archive)).toMatchObject({ value: { added: 1, lessons: { beside: 1 } } })
    const beside = ownLessonId('harbour', 2)
    expect(await here.shelf.read(lesson)).toEqual(
      await (await aDeviceWith([], [{ name: 'harbour', editions: [1], copy: 1 }])).shelf.read(lesson),
    )
    expect(await here.archive.readStored(attemptId('a'))).toMatchObject({
      value: { summary: { lesson: beside }, events: [{ happening: { lesson: beside } }] },
    })
    expect(await restore(text, here.archive)).toMatchObject({ value: { known: 1, lessons: { known: 1 } } })
  })

  it('is of the first version while no lesson is in it, so that older programs read it, and of the second with one', async () => {
    const versionOf = (text: string): unknown => JSON.parse(text.slice(0, text.indexOf('\n'))).version
    expect(versionOf(await backupOf(await kept([]), (await aDeviceWith([])).shelf))).toBe(1)
    const { archive, shelf } = await aDeviceWith([], [{ name: 'harbour', editions: [0], copy: 1 }])
    expect(versionOf(await backupOf(archive, shelf))).toBe(2)
  })

  it('of the first version, as earlier programs wrote it, is brought back', async () => {
    const first = [
      '{"format":"proofline-backup","savedAtMs":1760000000000,"version":1}',
      '{"events":[{"atMs":1760000000000,"attempt":"a","elapsedMs":0,"happening":{"contentHash":"0abc123","kind":"attempt-started","lesson":"tidal-power","level":"b1","policy":{"givesAnswer":true,"retries":true},"questions":["q1","q2"]},"seq":0}],"summary":null}',
      '{"checksum":"9e4a3b1c3bd707d79ff1608886fdcadfe7e19c2bb542de62813b00199056512e","lines":2}',
      '',
    ].join('\n')
    const archive = await empty()
    expect(await restore(first, archive)).toMatchObject({ ok: true, value: { added: 1 } })
  })

  it('is all or nothing: a fault at any moment leaves neither sittings nor lessons', async () => {
    const { archive, shelf } = await aDeviceWith(
      [{ attempt: 'a', responses: ['x'] }],
      [{ name: 'harbour', editions: [0], copy: 1 }],
    )
    const text = await backupOf(archive, shelf)
    for (let at = 1; at < 60; at++) {
      const device = new FaultyDevice()
      const other = await openDevice(device)
      const otherShelf = await other.openShelf()
      await otherShelf.list() // the database is open
      device.plan({ at, mode: 'rejects', name: 'QuotaExceededError', isLasting: true })
      const restored = await restore(text, other.archive)
      device.plan(null)
      const [ids, cards] = [await other.archive.attemptIds(), await otherShelf.list()]
      const counts = [ids.ok && ids.value.length, cards.ok && cards.value.length]
      expect(counts, `operation ${at}`).toEqual(restored.ok ? [1, 1] : [0, 0])
      if (restored.ok) return
    }
    throw new Error('Expected a restore with no fault in it at last')
  })

  it('that comes in twice, or home to its own device, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, shelves, async (history, lessons) => {
        const { archive, shelf } = await aDeviceWith(history, lessons)
        const text = await backupOf(archive, shelf)
        expect(await restore(text, archive)).toMatchObject({
          ok: true,
          value: { added: 0, extended: 0, forked: 0, lessons: { added: 0, updated: 0, beside: 0 } },
        })
        expect(await backupOf(archive, shelf)).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  it('of two devices that went on apart is joined without losing an event of either', async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, shelves, shelves, async (one, other, own, others) => {
        const [here, there] = [await aDeviceWith(one, own), await aDeviceWith(other, others)]
        const mine = await backupOf(here.archive, here.shelf)
        const theirs = await backupOf(there.archive, there.shelf)
        await restore(theirs, here.archive)
        for (const text of [mine, theirs])
          expect(await restore(text, here.archive)).toMatchObject({
            ok: true,
            value: { added: 0, extended: 0, forked: 0, lessons: { added: 0, updated: 0, beside: 0 } },
          })
      }),
      { numRuns: 40 },
    )
  })

  it('that is cut anywhere is refused and changes nothing', async () => {
    const text = await backupOf(
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
    const text = await backupOf(source)
    const bytes = new TextEncoder().encode(text)
    let refused = 0
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const archive = memoryProgress().archive
      const restored = await restore(new Blob([flipped]), archive)
      if (restored.ok) expect(await backupOf(archive), `byte ${at}`).toBe(text)
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
      '{"format":"proofline-backup","version":3,"parts":[]}\nanything\n',
    ],
    [
      'damaged',
      'a head with more than a head has',
      '{"format":"proofline-backup","savedAtMs":0,"version":1,"x":1}\n',
    ],
    ['too-large', 'a file that no history fills', { size: MAX_BACKUP_BYTES + 1 } as Blob], // only its size is looked at
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

describe('a lesson of a backup', () => {
  const edition = { contentHash: '0abc123', prints: '', asOf: null, openedAtMs: nowMs }
  async function readForged(id: string, forged: object) {
    const shelf = {
      list: async () => ok([{ id, summary: {} }] as never), // whatever it is
      read: async () => ok(forged as never),
    }
    const written = await writeBackup(await empty(), { nowMs, shelf })
    if (!written.ok) throw new Error('Expected a file')
    return { read: await readBackup(written.value), text: await written.value.text() }
  }

  it.each([
    ['has an id that is none of a file', 'tidal-power', { source: '{}', editions: [edition] }],
    ['has no edition', 'own.0abc123', { source: '{}', editions: [] }],
    [
      'has more editions than a device keeps',
      'own.x',
      { source: '', editions: Array.from({ length: 21 }, () => edition) },
    ],
    ['has an edition of another form', 'own.x', { source: '', editions: [{ ...edition, html: '<b>' }] }],
  ])('is refused with all of it, true checksum or not, when it %s', async (_, id, forged) => {
    const { read } = await readForged(id, forged)
    expect(read).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  })

  it.each([
    ['is no lesson', 'own.0abc123', '{}'],
    ['is a lesson with faults', ownLessonId('a'), writeLessonJson({ id: 'a', files: {} })],
    ['is a sound lesson of another name', ownLessonId('another'), sourceOf('harbour', 0)],
  ])('whose text %s is not brought in, and nothing that it says of itself counts', async (_, id, source) => {
    const { read } = await readForged(id, { source, editions: [edition] })
    const [lesson] = read.ok ? read.value.lessons : []
    if (lesson === undefined) throw new Error('Expected a lesson that nobody has read yet')
    const sound = await readAnew(source).then(
      (anew) => restoredLesson(lesson, anew),
      () => null,
    )
    expect(sound).toBeNull()
  })

  it('has the words and hashes of its text, whatever it says of itself', async () => {
    const source = sourceOf('harbour', 0)
    const { read } = await readForged(ownLessonId('harbour'), { source, editions: [edition] })
    const [lesson] = read.ok ? read.value.lessons : []
    const sound = lesson && restoredLesson(lesson, await readAnew(source))
    const { card, lesson: own } = await aKeptLesson('harbour', [0])
    expect(sound?.card.contentHash).toBe(card.contentHash)
    expect(sound?.lesson.editions.map(({ contentHash }) => contentHash)).toEqual([
      edition.contentHash,
      card.contentHash,
    ])
    expect(sound?.lesson.lesson).toBe(own.lesson)
  })
})

describe('more than a backup can hold', () => {
  it('is not written, and the reason is said: what could not be brought back would be no backup', async () => {
    const { archive } = memoryProgress()
    const written = await writeBackup(archive, { nowMs, maxBytes: 100 })
    expect(written).toMatchObject({ ok: false, error: { kind: 'too-large' } })
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
