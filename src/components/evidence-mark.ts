/** How a sentence is lit as evidence. */
export interface EvidenceMark {
  /** Numbers of the questions that it proves; empty for a hint. */
  readonly questions: readonly number[]
  /** The one that is looked at now; the others stay lit softly. */
  readonly isActive: boolean
}
