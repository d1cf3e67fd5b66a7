import { allOfTheAbove } from './all-of-the-above.ts'
import { duplicateId } from './duplicate-id.ts'
import { evidenceAhead } from './evidence-ahead.ts'
import { evidenceAmbiguous } from './evidence-ambiguous.ts'
import { evidenceNotFound } from './evidence-not-found.ts'
import { expiresBeforeAsOf } from './expires-before-as-of.ts'
import { glossaryUnused } from './glossary-unused.ts'
import { keyPositionRun } from './key-position-run.ts'
import { levelOrder } from './level-order.ts'
import { longestOptionIsKey } from './longest-option-is-key.ts'
import { missingMisreading } from './missing-misreading.ts'
import { missingWhy } from './missing-why.ts'
import { negativeStem } from './negative-stem.ts'
import { noKey } from './no-key.ts'
import { optionCount } from './option-count.ts'
import { overlappingOptions } from './overlapping-options.ts'
import { placeUnknown } from './place-unknown.ts'
import { placeUnnamed } from './place-unnamed.ts'
import { processBalance } from './process-balance.ts'
import type { Rule } from './rule.ts'
import { sectionWithoutQuestion } from './section-without-question.ts'
import { sourceUnknown } from './source-unknown.ts'
import { stemCopiesSentence } from './stem-copies-sentence.ts'
import { twoKeysInSingle } from './two-keys-in-single.ts'
import { unknownSection } from './unknown-section.ts'

/** Every content rule, by name. One line a rule. */
export const allRules: readonly Rule[] = [
  allOfTheAbove,
  duplicateId,
  evidenceAhead,
  evidenceAmbiguous,
  evidenceNotFound,
  expiresBeforeAsOf,
  glossaryUnused,
  keyPositionRun,
  levelOrder,
  longestOptionIsKey,
  missingMisreading,
  missingWhy,
  negativeStem,
  noKey,
  optionCount,
  overlappingOptions,
  placeUnknown,
  placeUnnamed,
  processBalance,
  sectionWithoutQuestion,
  sourceUnknown,
  stemCopiesSentence,
  twoKeysInSingle,
  unknownSection,
]
