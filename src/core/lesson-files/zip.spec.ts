import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'
import { looksLikeZip, unpack, zipEntries } from './read-zip.ts'
import { Refused } from './refusal.ts'
import { writeZip } from './write-zip.ts'

const MAX = 1_000_000
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The refusal that work ends with; fails when it goes well or breaks in another way. */
async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal.kind
    throw error
  }
  throw new Error('Expected a refusal')
}

const readAll = async (zip: Uint8Array, maxBytes = MAX): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      zipEntries(zip, 'a.zip').map(async (entry) => [
        entry.name,
        new TextDecoder().decode(await unpack(entry, maxBytes)),
      ]),
    ),
  )

/** A zip of one deflated file, whose directory says of it what a test wants. */
function deflatedZip(
  text: string,
  claim: { size?: number; crc?: number; method?: number; flags?: number } = {},
) {
  const packed = deflateRawSync(bytesOf(text))
  const zip = Buffer.from(writeZip({ 'a.md': packed.toString('latin1') })) // as long as it is, in ASCII
  const whole = Buffer.concat([
    zip.subarray(0, 34),
    packed,
    zip.subarray(zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))),
  ])
  const at = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  whole.writeUInt16LE(claim.flags ?? 0, at + 8)
  whole.writeUInt16LE(claim.method ?? 8, at + 10)
  whole.writeUInt32LE(claim.crc ?? crc32(bytesOf(text)), at + 16)
  whole.writeUInt32LE(packed.length, at + 20)
  whole.writeUInt32LE(claim.size ?? bytesOf(text).length, at + 24)
  whole.writeUInt32LE(at, whole.length - 6)
  return new Uint8Array(whole)
}

describe('a zip', () => {
  it('gives back what was put into it, whatever the names and words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
        async (files) => {
          expect(await readAll(writeZip(files))).toEqual({ ...files })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same bytes for the same files', () => {
    expect(writeZip({ a: 'x' })).toEqual(writeZip({ a: 'x' }))
  })

  it('has the check sum that every other program computes', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
  })

  it('is read where its files are deflated', async () => {
    const text = 'The harbour. '.repeat(5000)
    expect(await readAll(deflatedZip(text))).toEqual({ 'a.md': text })
  })

  it('is told by its first bytes', () => {
    expect(looksLikeZip(writeZip({ a: 'x' }))).toBe(true)
    expect(looksLikeZip(bytesOf('{"format":1}'))).toBe(false)
  })
})

describe('a hostile zip is refused:', () => {
  it.each([
    ['a size that is forged to be small', { size: 10 }],
    ['a size that is forged to be large', { size: 900_000 }],
    ['a forged check sum', { crc: 1 }],
  ])('%s', async (_, claim) => {
    const [entry] = zipEntries(deflatedZip('a'.repeat(500_000), claim), 'a.zip')
    expect(await refusalOf(() => entry && unpack(entry, MAX))).toBe('damaged')
  })

  it.each([
    ['a file with a password', { flags: 1 }, 'locked'],
    ['a way of packing that is not known', { method: 14 }, 'unsupported'],
  ])('%s', async (_, claim, kind) => {
    const [entry] = zipEntries(deflatedZip('abc', claim), 'a.zip')
    expect(await refusalOf(() => entry && unpack(entry, MAX))).toBe(kind)
  })

  it('more than a file may hold, by what the directory says', async () => {
    const [entry] = zipEntries(writeZip({ 'a.md': 'a'.repeat(101) }), 'a.zip')
    expect(await refusalOf(() => entry && unpack(entry, 100))).toBe('too-large')
  })

  it('a small file that unpacks to a very large one, before it is unpacked to its end', async () => {
    const bomb = deflatedZip('a'.repeat(50_000_000), { size: 1000 })
    const [entry] = zipEntries(bomb, 'a.zip')
    const before = process.memoryUsage().rss
    expect(await refusalOf(() => entry && unpack(entry, MAX))).toBe('damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000)
  })

  it('files that lie upon each other', async () => {
    const zip = Buffer.from(writeZip({ 'a.md': 'abc', 'b.md': 'abc' }))
    const first = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const second = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4)
    zip.writeUInt32LE(zip.readUInt32LE(first + 42), second + 42)
    expect(await refusalOf(() => zipEntries(new Uint8Array(zip), 'a.zip'))).toBe('damaged')
  })

  it('more files than any lesson has', async () => {
    const files = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}`, '']))
    expect(await refusalOf(() => zipEntries(writeZip(files), 'a.zip'))).toBe('too-many')
  })

  it('one that was cut anywhere or changed in any byte, unless it says the same all the same', async () => {
    const files = { 'lesson.yaml': 'format: 1', 'a/b.md': '## A' }
    const zip = writeZip(files)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, isCut) => {
          const changed = isCut
            ? zip.slice(0, at)
            : zip.map((byte, index) => (index === at ? byte ^ flip : byte))
          try {
            const read = await readAll(changed)
            expect(Object.values(read)).toEqual(Object.values(files).slice(0, Object.keys(read).length))
          } catch (error) {
            expect(error).toBeInstanceOf(Refused)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
