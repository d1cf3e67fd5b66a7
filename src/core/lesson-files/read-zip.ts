import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'
import { MAX_FILES } from './limits.ts'
import { Refused } from './refusal.ts'

/** One file of a zip. What the zip says of it is a claim; `unpack` finds out. */
export interface ZipEntry {
  /** As it was written: a label, never a path. */
  readonly name: string
  readonly isEncrypted: boolean
  /** 0: as it is, 8: deflate; nothing else is read. */
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Uint8Array
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const DIRECTORY_LENGTH = 46
const LOCAL_LENGTH = 30
const MAX_COMMENT = 0xffff
/** What stands where a number does not fit: the number is then in a record of zip64. */
const TOO_BIG = 0xffffffff

/** Whether bytes begin like a zip with something in it, or are an empty one. */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)

/**
 * The files that a zip's directory lists, nothing of them unpacked (APPNOTE.TXT 6.3.10, 4.3). Throws `Refused` where the directory
 * contradicts itself: files that lie upon each other are how a small zip claims to be a large one.
 */
export function zipEntries(bytes: Uint8Array, label: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = (detail: string): Refused => new Refused('damaged', label, detail)
  const end = endOf(view)
  if (end === null) throw damaged('no end of a zip')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (start === TOO_BIG || size === TOO_BIG || count === 0xffff)
    throw new Refused('unsupported', label, 'zip64')
  if (view.getUint16(end + 4, true) !== 0) throw new Refused('unsupported', label, 'several disks')
  if (start + size > end) throw damaged('the directory reaches beyond its end')
  if (count > MAX_FILES) throw new Refused('too-many', label, `${count} files`)
  const found: { readonly entry: ZipEntry; readonly from: number; readonly to: number }[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_LENGTH > start + size || view.getUint32(at, true) !== DIRECTORY)
      throw damaged(`entry ${index} of the directory`)
    const placed = entryAt(view, at, start)
    if (placed === null) throw damaged(`the place of entry ${index}`)
    found.push(placed)
    at +=
      DIRECTORY_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  const inPlace = [...found].sort((one, other) => one.from - other.from)
  if (inPlace.some(({ from }, index) => from < (inPlace[index - 1]?.to ?? 0)))
    throw damaged('files that lie upon each other')
  return found.map(({ entry }) => entry)
}

/** The record at the end, found by its mark and by a comment that ends where the file does. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  return null
}

/** An entry with the stretch of bytes that it takes; null where that is not inside the file. */
function entryAt(view: DataView, at: number, end: number) {
  const packedSize = view.getUint32(at + 20, true)
  const nameLength = view.getUint16(at + 28, true)
  const from = view.getUint32(at + 42, true)
  if (from + LOCAL_LENGTH > end || view.getUint32(from, true) !== LOCAL) return null
  const data = from + LOCAL_LENGTH + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
  if (data + packedSize > end || at + DIRECTORY_LENGTH + nameLength > view.byteLength) return null
  const bytesAt = (start: number, length: number) =>
    new Uint8Array(view.buffer, view.byteOffset + start, length)
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytesAt(at + DIRECTORY_LENGTH, nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: bytesAt(data, packedSize),
  }
  return { entry, from, to: data + packedSize }
}

/**
 * The bytes of an entry, counted while they come, so that a size that was forged costs nothing. Throws `Refused` when there are more than
 * `maxBytes`, or when they are not what the directory says.
 */
export async function unpack(entry: ZipEntry, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const { name, isEncrypted, method, packed, size, crc } = entry
  if (isEncrypted) throw new Refused('locked', name, 'encrypted')
  if (method !== 0 && method !== 8) throw new Refused('unsupported', name, `method ${method}`)
  if (size > maxBytes) throw new Refused('too-large', name, `${size} bytes`)
  const bytes = new Uint8Array(size)
  let length = 0
  for await (const chunk of method === 0 ? [packed] : deflated(entry)) {
    if (length + chunk.length > size) throw new Refused('damaged', name, `more than ${size} bytes`)
    bytes.set(chunk, length)
    length += chunk.length
  }
  if (length !== size) throw new Refused('damaged', name, `${length} of ${size} bytes`)
  if (crc32(bytes) !== crc) throw new Refused('damaged', name, 'CRC-32')
  return bytes
}

async function* deflated({ name, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
  try {
    yield* inflate(packed)
  } catch (error) {
    throw new Refused('damaged', name, String(error))
  }
}
