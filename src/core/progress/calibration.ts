import { CONFIDENCES, type Confidence } from './events.ts'

/** How sure the reader was and how often right at the first try, surest first; empty where nothing was said. */
export type Calibration = readonly {
  readonly confidence: Confidence
  readonly answered: number
  readonly right: number
}[]

/** Calibration over answered questions; `firstShare` is what the first try earned, 0 to 1, and only a whole one is right. */
export const calibrationOf = (
  answers: readonly { readonly confidence: Confidence | null; readonly firstShare: number }[],
): Calibration =>
  CONFIDENCES.map((confidence) => {
    const said = answers.filter((answer) => answer.confidence === confidence)
    const right = said.filter(({ firstShare }) => firstShare === 1).length
    return { confidence, answered: said.length, right }
  }).filter(({ answered }) => answered > 0)
