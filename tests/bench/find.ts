// How long one key press takes in the search of a library, against a library of six: the searches as the page does them.

import { findWords } from '#core/find/find-words.ts'
import { find, FindIndexBuilder, readFindIndex, type FindIndex } from '#core/find/find-index.ts'
import { seededRng, type Rng } from '#core/kernel/rng.ts'
import type { Lesson } from '#core/lesson/model.ts'
import { aSyntheticLesson, aVocabulary } from './synthetic-lessons.ts'

const SIZES = [6, 10_000] as const

interface Library {
  readonly index: FindIndex
  /** The words of its title, summary and questions, for a search that needs no index. */
  readonly texts: readonly string[]
  readonly kilobytes: number
  readonly readMs: number
}

/** Prints p50 and p98 of a key press with 6 and with 10,000 lessons, and against a plain look through titles, summaries and questions. */
export async function benchFind(): Promise<void> {
  const words = aVocabulary(seededRng(1), 30_000)
  const queries = typedQueries(words, seededRng(2))
  const rows: Record<string, Record<string, number>> = {}
  const slowest: number[] = []
  for (const size of SIZES) {
    const library = await libraryOf(size, words)
    const times = queries.map((query) => timed(() => find(library.index, query)))
    const plain = queries.map((query) => timed(() => library.texts.filter((text) => text.includes(query))))
    slowest.push(quantile(times, 0.98))
    rows[`${size} lessons`] = {
      'index, kB': Math.round(library.kilobytes),
      'index is read, ms': rounded(library.readMs),
      'key press p50, ms': rounded(quantile(times, 0.5)),
      'key press p98, ms': rounded(quantile(times, 0.98)),
      'against a plain look, p50': rounded(quantile(times, 0.5) / quantile(plain, 0.5)),
      'against a plain look, p98': rounded(quantile(times, 0.98) / quantile(plain, 0.98)),
    }
  }
  console.log(`\nfind: ${queries.length} key presses`)
  console.table(rows)
  console.log(
    `p98 with ${SIZES[1]} lessons against ${SIZES[0]}: ${rounded((slowest[1] ?? 0) / (slowest[0] ?? 1))}`,
  )
}

async function libraryOf(size: number, words: readonly string[]): Promise<Library> {
  const builder = new FindIndexBuilder()
  const texts: string[] = []
  const rng = seededRng(3)
  for (let number = 0; number < size; number++) {
    const lesson = aSyntheticLesson(number, words, rng)
    builder.add(lesson)
    texts.push(textOf(lesson))
  }
  const data = builder.data()
  const from = performance.now()
  const index = await readFindIndex(data)
  const readMs = performance.now() - from
  return { index, texts, readMs, kilobytes: data.index.length / 1000 }
}

const textOf = (lesson: Lesson): string =>
  findWords([lesson.title, lesson.summary, ...lesson.questions.map(({ stem }) => stem)].join(' '), 'en').join(
    ' ',
  )

/** Common and rare words, alone and in pairs, as they grow letter by letter. */
function typedQueries(words: readonly string[], rng: Rng): string[] {
  return Array.from({ length: 60 }, (_, round) => {
    const word = words[Math.floor(rng() ** 3 * words.length)] ?? ''
    const before = round % 3 === 0 ? `${words[Math.floor(rng() ** 3 * words.length)]} ` : ''
    return Array.from({ length: word.length }, (__, index) => before + word.slice(0, index + 1))
  }).flat()
}

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const rounded = (value: number): number => Number(value.toFixed(value < 10 ? 2 : 0))
