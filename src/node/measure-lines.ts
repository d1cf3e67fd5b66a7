import { measureLevels, type LevelMeasures } from '#core/lesson/measures.ts'
import type { Lesson } from '#core/lesson/model.ts'
import type { AuthoringWords } from './diagnostic-lines.ts'
import { knownWordList } from './known-words.ts'

/** How hard each level of a lesson reads, a line a level. `path` is the lesson's folder as it is shown. */
export const measureLines = (lesson: Lesson, path: string, words: AuthoringWords): string[] =>
  measureLevels(lesson, new Set(knownWordList())).map((measures) =>
    words('lessons.measured', {
      path,
      level: measures.level,
      words: measures.wordCount,
      sentences: measures.sentenceCount,
      perSentence: oneDecimal(measures.wordCount / Math.max(1, measures.sentenceCount)),
      readability: readabilityOf(measures, words),
      known: knownOf(measures, words),
    }),
  )

const readabilityOf = ({ readability }: LevelMeasures, words: AuthoringWords): string =>
  readability === null
    ? words('lessons.measuredNoGrade')
    : words('lessons.measuredAs', { method: readability.method, value: oneDecimal(readability.value) })

const knownOf = ({ knownShare }: LevelMeasures, words: AuthoringWords): string =>
  knownShare === null
    ? words('lessons.measuredNoKnown')
    : words('lessons.measuredKnown', { percent: Math.round(knownShare * 100) })

const oneDecimal = (value: number): string => value.toFixed(1)
