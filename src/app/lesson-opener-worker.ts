// Reads lessons from files, apart from every page: see docs/decisions/0010-lessons-from-files.md.
import { longText } from '#core/lesson-files/long-text.ts'
import { readParcel } from '#core/lesson-files/read-parcel.ts'
import { Refused, type LessonRefusal } from '#core/lesson-files/refusal.ts'
import { authoring } from '#interactions/authoring.ts'
import { interactions } from '#interactions/registry.ts'
import type { OpenerMessage, OpenMessage } from './lesson-opener-messages.ts'

/** The page hears no more often than it can show. Milliseconds. */
const SHARE_EVERY_MS = 100

/** What a worker uses of its global scope; TypeScript's own library for workers cannot stand beside the one for pages. */
const scope = self as unknown as { postMessage(message: OpenerMessage, transfer: Transferable[]): void }

const say = (message: OpenerMessage): void => scope.postMessage(message, [])

let saidAtMs = 0
function sayShare(share: number): void {
  if (performance.now() - saidAtMs < SHARE_EVERY_MS) return
  saidAtMs = performance.now()
  say({ kind: 'share', share })
}

async function open({ label, files }: OpenMessage): Promise<void> {
  const parcel = {
    label,
    files: files.map(({ path, file }) => ({ path, size: file.size, bytes: () => bytesOf(path, file) })),
  }
  const { sound, ...lesson } = await readParcel(parcel, { interactions, authoring }, sayShare)
  const passed = sound && { ...sound, source: longText(sound.source), lesson: longText(sound.lesson) }
  say({ kind: 'read', lesson: { ...lesson, sound: passed } })
}

async function bytesOf(path: string, file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw new Refused('unreadable', path, String(error))
  }
}

function refusalOf(error: unknown, label: string): LessonRefusal {
  if (error instanceof Refused) return error.refusal
  console.error(error) // a fault of ours: the reader is told that it cannot be read, and whoever looks sees why
  return { kind: 'unreadable', place: label, detail: String(error) }
}

self.addEventListener('message', ({ data }: MessageEvent<OpenMessage>) => {
  open(data).catch((error: unknown) => say({ kind: 'refused', refusal: refusalOf(error, data.label) }))
})
