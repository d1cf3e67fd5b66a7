import type { OpenedFile, OpenedFiles } from '#core/lesson-files/opener.ts'
import { MAX_FILES } from '#core/lesson-files/limits.ts'

/** Of a folder that is no lesson's, such as a whole disk, so much is looked at. */
const MAX_LOOKED_AT = MAX_FILES * 10

/** What was chosen in a file field: one file, a folder, or the files of a lesson by themselves; null for nothing. */
export function chosenFiles(files: readonly File[]): OpenedFiles | null {
  const [first] = files
  if (first === undefined) return null
  const [folder] = first.webkitRelativePath.split('/')
  const label = folder || (files.length === 1 ? first.name : 'lesson')
  return {
    label,
    files: files
      .slice(0, MAX_LOOKED_AT)
      .map((file) => ({ path: file.webkitRelativePath || file.name, file })),
  }
}

/** Whether something that is dragged is a file or a folder: text of the page itself is left alone. */
export const holdsFiles = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes('Files') === true

/** What was dropped. A browser shows the entries only while the event is handled: they are taken before anything is waited for. */
export async function droppedFiles(transfer: DataTransfer): Promise<OpenedFiles | null> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...transfer.files]
  if (entries.length === 0) return chosenFiles(plain)
  const found: OpenedFile[] = []
  for (const entry of entries) await collect(entry, '', found)
  const [first] = entries
  return { label: entries.length === 1 && first ? first.name : 'lesson', files: found }
}

async function collect(entry: FileSystemEntry, above: string, found: OpenedFile[]): Promise<void> {
  if (found.length >= MAX_LOOKED_AT) return
  const path = `${above}${entry.name}`
  if (isFile(entry)) found.push({ path, file: await fileOf(entry) })
  else if (isFolder(entry))
    for (const child of await childrenOf(entry)) await collect(child, `${path}/`, found)
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A file that is gone by now is an empty one, and what is missing is said of the lesson. */
const fileOf = (entry: FileSystemFileEntry): Promise<Blob> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(new Blob())))

/** A folder gives its entries in parts, and ends with an empty one. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    all.push(...part)
    if (part.length === 0 || all.length >= MAX_LOOKED_AT) return all
  }
}
