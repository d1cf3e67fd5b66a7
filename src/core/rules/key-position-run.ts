import type { DocPath } from '#core/kernel/diagnostic.ts'
import type { Rule } from './rule.ts'
import { choiceQuestions, type ChoiceQuestion } from './support/choice-questions.ts'
import { inQuestions } from './support/finding.ts'

/** So many questions in a row with the same key are a pattern. */
const RUN_LENGTH = 3

/**
 * Keys at the same position again and again are found without reading. Types that word the choices themselves (true, false, not stated)
 * make a series of their own, in which the same answer is the run. Source: Haladyna, Downing & Rodriguez (2002), guideline 20.
 */
export const keyPositionRun: Rule = {
  id: 'key-position-run',
  check: (draft, context) =>
    [...seriesOf(choiceQuestions(draft, context)).values()].flatMap((series) => {
      let run = 0
      return series.flatMap((entry, index) => {
        run = entry.key === series[index - 1]?.key ? run + 1 : 1
        return run < RUN_LENGTH
          ? []
          : [inQuestions('key-position-run', 'warning', entry.path, { run, key: entry.key })]
      })
    }),
}

interface Entry {
  /** Position of the key, from 1; the answer itself where the type words the choices. */
  readonly key: string | number
  readonly path: DocPath
}

function seriesOf(questions: readonly ChoiceQuestion[]): ReadonlyMap<string, readonly Entry[]> {
  const series = new Map<string, Entry[]>()
  for (const { draft, choosesFrom, hasFixedChoices, choices, keys } of questions) {
    const [key] = keys
    if (choosesFrom !== 'one' || key === undefined || keys.length > 1) continue
    const name = hasFixedChoices ? draft.question.type : ''
    const entry = {
      key: hasFixedChoices ? key.text : choices.indexOf(key) + 1,
      path: [draft.index, ...key.path],
    }
    series.set(name, [...(series.get(name) ?? []), entry])
  }
  return series
}
