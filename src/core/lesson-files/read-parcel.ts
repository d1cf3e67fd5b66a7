import type { Diagnostic } from '#core/kernel/diagnostic.ts'
import type { Lesson, LessonSummary } from '#core/lesson/model.ts'
import { editionPrints } from '#core/lesson/edition.ts'
import { summaryOf } from '#core/lesson/summary.ts'
import { parseLesson, type LessonSource, type ParsedLesson } from '#core/lesson-text/parse-lesson.ts'
import type { InteractionRegistries } from '#core/lesson-text/registries.ts'
import { isLessonFile } from './file-names.ts'
import { gatherLesson, packedLesson, type NamedFile } from './gather.ts'
import { idOfLabel } from './label-id.ts'
import { readLessonJson, writeLessonJson } from './lesson-json.ts'
import { MAX_PARCEL_BYTES, MAX_UNPACKED_BYTES } from './limits.ts'
import { looksLikeZip, unpack, zipEntries } from './read-zip.ts'
import { Refused } from './refusal.ts'

/** One file as the browser hands it over. */
export interface ParcelFile {
  /** With the folders above it, where there are some. */
  readonly path: string
  readonly size: number
  readonly bytes: () => Promise<Uint8Array>
}

/** What somebody has opened: a folder's files, a zip, a lesson in one file. */
export interface Parcel {
  /** The name of the folder or file. */
  readonly label: string
  readonly files: readonly ParcelFile[]
}

/** What a preview shows of a lesson, sound or not. */
export interface LessonGlimpse extends Omit<LessonSummary, 'id' | 'questionCount'> {
  readonly sourceId: string
  readonly questionCount: number
  /** The newest day that the lesson says of itself. */
  readonly asOf: string | null
}

/** A lesson that was read and checked. */
export interface ReadLesson {
  /** Null where too little could be read, which the diagnostics say. */
  readonly glimpse: LessonGlimpse | null
  readonly errors: number
  readonly warnings: number
  /** The first of each, errors first. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null where there are errors. */
  readonly sound: SoundLesson | null
}

/** All that is kept of a lesson without errors. Its texts are JSON already, so that passing them on costs nobody's time. */
export interface SoundLesson {
  readonly contentHash: string
  /** What the lesson is made from, as a lesson in one file (`lesson-json.ts`). */
  readonly source: string
  /** The lesson itself; its id is the source's. */
  readonly lesson: string
  readonly summary: LessonSummary
  /** By which a later edition is compared (`lesson/edition.ts`). */
  readonly prints: string
}

/** Mail and learning platforms put what they hand out into a zip of their own; what is packed deeper was packed to be in the way. */
const MAX_LAYERS = 2

/** Beyond so many nobody reads on. */
const MAX_DIAGNOSTICS = 200

/** How far the reading is, from 0 to 1. */
export type OnShare = (share: number) => void

/** Reads what was opened, to the end. Throws `Refused`; whatever else it meets is in the diagnostics. */
export async function readParcel(
  parcel: Parcel,
  registries: InteractionRegistries,
  onShare: OnShare = () => undefined,
): Promise<ReadLesson> {
  const source = await sourceOf(parcel)
  onShare(0.05)
  const parsed = parseLesson(source, registries, (share) => onShare(0.05 + share * 0.85))
  const read = readLesson(source, parsed)
  onShare(1)
  return read
}

async function sourceOf({ label, files }: Parcel): Promise<LessonSource> {
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_PARCEL_BYTES)
    throw new Refused('too-large', label, 'all together')
  const [only, ...others] = files
  if (only !== undefined && others.length === 0 && !isLessonFile(only.path))
    return sourceOfOne(await only.bytes(), label, MAX_LAYERS)
  return sourceAmong(
    files.map(({ path, size, bytes }) => ({
      name: path,
      read(maxBytes) {
        if (size > maxBytes) throw new Refused('too-large', path, `${size} bytes`)
        return bytes()
      },
    })),
    label,
    MAX_LAYERS,
  )
}

/** The lesson that lies among files, or the one that lies there packed. */
async function sourceAmong(
  files: readonly NamedFile[],
  label: string,
  layers: number,
): Promise<LessonSource> {
  const packed = layers > 0 ? packedLesson(files) : null
  return packed === null
    ? gatherLesson(files, label)
    : sourceOfOne(await packed.read(MAX_UNPACKED_BYTES), packed.name, layers)
}

/** A zip or a lesson in one file, by what is in it and not by its name. */
async function sourceOfOne(bytes: Uint8Array, label: string, layers: number): Promise<LessonSource> {
  if (looksLikeZip(bytes))
    return sourceAmong(
      zipEntries(bytes, label).map((entry) => ({
        name: entry.name,
        read: (maxBytes) => unpack(entry, maxBytes),
      })),
      label,
      layers - 1,
    )
  const { id, files } = readLessonJson(new TextDecoder().decode(bytes), label)
  return { id: idOfLabel(id), files }
}

function readLesson(source: LessonSource, { value, draft, diagnostics }: ParsedLesson): ReadLesson {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  return {
    glimpse:
      draft === null || draft.lesson.title === ''
        ? null
        : {
            ...summaryOf({
              ...(draft.lesson as Lesson), // a summary needs no more
              questions: draft.questions.map(({ question }) => question),
              questionCount: draft.questions.length,
            }),
            sourceId: source.id,
            asOf: draft.lesson.asOf ?? null,
          },
    errors: errors.length,
    warnings: warnings.length,
    diagnostics: [...errors, ...warnings].slice(0, MAX_DIAGNOSTICS),
    sound: value === null ? null : soundLesson(source, value),
  }
}

const soundLesson = ({ id, files }: LessonSource, lesson: Lesson): SoundLesson => ({
  contentHash: lesson.contentHash,
  source: writeLessonJson({
    id,
    files: Object.fromEntries(Object.entries(files).filter(([name]) => isLessonFile(name))),
  }),
  lesson: JSON.stringify(lesson),
  summary: summaryOf(lesson),
  prints: editionPrints(lesson),
})
