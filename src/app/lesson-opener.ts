import { err, ok, type Result } from '#core/kernel/result.ts'
import { isLessonFile, isPackedLesson } from '#core/lesson-files/file-names.ts'
import { MAX_FILES, MAX_PARCEL_BYTES } from '#core/lesson-files/limits.ts'
import type { LessonOpener, OpenedFile, OpenedFiles, OpenedLesson } from '#core/lesson-files/opener.ts'
import type { LessonRefusal } from '#core/lesson-files/refusal.ts'
import type { OpenerMessage, OpenMessage } from './lesson-opener-messages.ts'

/** A worker as far as it is used here. */
export interface OpenerWorker {
  postMessage(message: OpenMessage, transfer: Transferable[]): void
  terminate(): void
  addEventListener(kind: 'message', listener: (event: { readonly data: OpenerMessage }) => void): void
  addEventListener(kind: 'error', listener: (event: { readonly message?: string }) => void): void
}

export interface OpenerOptions {
  /** Starts a worker; a new one for each lesson, so that what one file has done to it is gone with it. */
  readonly start: () => OpenerWorker
  /** Calls back after a time, unless the returned function is called before. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void
}

/** A worker that says nothing for so long is not going to. */
export const SILENT_MS = 60_000
/** However much it has to say. */
export const WHOLE_MS = 600_000

type Read = Result<OpenedLesson, LessonRefusal>

/** Reads lessons in a worker under a watchdog. What is too large is refused before a worker is there. */
export function lessonOpener({ start, setTimer }: OpenerOptions): LessonOpener {
  return {
    open(opened, onShare) {
      const files = relevant(opened)
      const tooMuch = sizeRefusal(opened.label, files)
      if (tooMuch !== null) return { result: Promise.resolve(err(tooMuch)), cancel: () => undefined }
      let settle: (read: Read) => void = () => undefined
      const result = new Promise<Read>((resolve) => {
        settle = resolve
      })
      const worker = start()
      const refuse = (kind: LessonRefusal['kind'], detail: string): void =>
        end(err({ kind, place: opened.label, detail }))
      const watch = (delayMs: number) => setTimer(() => refuse('too-slow', `${delayMs} ms`), delayMs)
      const stopWhole = watch(WHOLE_MS)
      let stopSilent = watch(SILENT_MS)
      function end(read: Read): void {
        stopWhole()
        stopSilent()
        worker.terminate()
        settle(read)
      }
      worker.addEventListener('message', ({ data }) => {
        stopSilent()
        stopSilent = watch(SILENT_MS)
        if (data.kind === 'share') onShare(data.share)
        else end(data.kind === 'read' ? ok(data.lesson) : err(data.refusal))
      })
      worker.addEventListener('error', ({ message = '' }) => refuse('unreadable', message))
      worker.postMessage({ label: opened.label, files }, [])
      return { result, cancel: () => refuse('unreadable', 'cancelled') }
    },
  }
}

const folderOf = ({ path }: OpenedFile): string => path.slice(0, path.lastIndexOf('/') + 1)

/** Of a folder: the files of lessons, and what lies beside them; whatever else there is stays closed. */
function relevant({ files }: OpenedFiles): readonly OpenedFile[] {
  if (files.length === 1) return files
  const nameOf = ({ path }: OpenedFile): string => path.slice(path.lastIndexOf('/') + 1)
  const isOfLesson = (file: OpenedFile): boolean => isLessonFile(nameOf(file))
  const lessonFiles = files.filter(isOfLesson)
  if (lessonFiles.length === 0) {
    const packed = files.filter((file) => isPackedLesson(nameOf(file)))
    return packed.length === 1 ? packed : namesOf(packed)
  }
  const folders = new Set(lessonFiles.map(folderOf))
  const beside = files.filter((file) => folders.has(folderOf(file)) && !isOfLesson(file))
  return [...lessonFiles, ...namesOf(beside)]
}

/** Files of which nothing but the names will be asked. */
const namesOf = (files: readonly OpenedFile[]): readonly OpenedFile[] =>
  files.map(({ path }) => ({ path, file: new Blob() }))

function sizeRefusal(place: string, files: readonly OpenedFile[]): LessonRefusal | null {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
  if (bytes > MAX_PARCEL_BYTES) return { kind: 'too-large', place, detail: `${bytes} bytes` }
  return files.length > MAX_FILES ? { kind: 'too-many', place, detail: `${files.length} files` } : null
}
