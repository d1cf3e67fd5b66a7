/**
 * A backup is lines of JSON: a head, one line for each lesson from a file and for each attempt, a foot with the checksum of all that stands
 * above it. Lines can be written and read one after the other, so a large history is never one large text; and a file that was cut has no
 * foot.
 */
export const FORMAT = 'proofline-backup'

/** Counts up when an older program could misread what is written. */
export const FORMAT_VERSION = 2

/** Of a file without lessons, which every version reads. One with lessons is refused by programs that know nothing of them, not half read. */
export const VERSION_WITHOUT_LESSONS = 1

/** No line of ours is longer: the largest lesson has 60 MB and twenty editions. A file without line ends must not be collected for ever. */
export const MAX_LINE_LENGTH = 200_000_000

/** SHA-256 as hexadecimal digits. Null where the page may not compute it: an address that is neither https nor this machine. */
export type Digest = (text: string) => Promise<string>

export const sha256: Digest = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
