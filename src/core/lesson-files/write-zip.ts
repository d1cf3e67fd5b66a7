import { crc32 } from './crc32.ts'

/** Names are UTF-8. */
const UTF8 = 0x0800
/** 1 January 1980, the first day that a zip knows: the same files make the same bytes. */
const FIRST_DAY = 0x0021

/** A zip of files, texts or bytes, not packed: a lesson is small, and every program reads it. */
export function writeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const name = encoder.encode(path)
    const bytes = typeof content === 'string' ? encoder.encode(content) : content
    const facts = [UTF8, 0, 0, FIRST_DAY] // flags, method, time, day
    const head = record(
      [0x04034b50],
      [20, ...facts],
      [crc32(bytes), bytes.length, bytes.length],
      [name.length, 0],
    )
    directory.push(
      record(
        [0x02014b50],
        [20, 20, ...facts],
        [crc32(bytes), bytes.length, bytes.length],
        [name.length, 0, 0, 0, 0],
        [0, offset],
      ),
      name,
    )
    parts.push(head, name, bytes)
    offset += head.length + name.length + bytes.length
  }
  const count = Object.keys(files).length
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return joined([...parts, ...directory, record([0x06054b50], [0, 0, count, count], [size, offset], [0])])
}

/** Numbers of four bytes and of two bytes, in turn, little end first. */
function record(...groups: readonly (readonly number[])[]): Uint8Array {
  const bytes = groups.flatMap((numbers, index) =>
    numbers.flatMap((number) =>
      Array.from({ length: index % 2 === 0 ? 4 : 2 }, (_, byte) => (number >>> (8 * byte)) & 0xff),
    ),
  )
  return Uint8Array.from(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
