import type { AuthoringRegistry } from '#core/interaction/spec.ts'
import { categoriseAuthoring } from './categorise/authoring.ts'
import { claimsAuthoring } from './claims/authoring.ts'
import { evidenceAuthoring } from './evidence/authoring.ts'
import { gapAuthoring } from './gap/authoring.ts'
import { matchAuthoring } from './match/authoring.ts'
import { multipleAuthoring } from './multiple/authoring.ts'
import { numberAuthoring } from './number/authoring.ts'
import { openAuthoring } from './open/authoring.ts'
import { orderAuthoring } from './order/authoring.ts'
import { placeAuthoring } from './place/authoring.ts'
import { proveItAuthoring } from './prove-it/authoring.ts'
import { shortTextAuthoring } from './short-text/authoring.ts'
import { singleAuthoring } from './single/authoring.ts'
import { trueFalseNotStatedAuthoring } from './true-false-not-stated/authoring.ts'

/**
 * The authors' door: text, exchange and print of every question type. Never loaded by a reader. One line a type; a type that speaks a
 * special case of a neutral shape stands before the one that speaks all of it, so that an import asks it first.
 */
export const authoring = {
  'true-false-not-stated': trueFalseNotStatedAuthoring,
  single: singleAuthoring,
  multiple: multipleAuthoring,
  'short-text': shortTextAuthoring,
  number: numberAuthoring,
  evidence: evidenceAuthoring,
  'prove-it': proveItAuthoring,
  gap: gapAuthoring,
  order: orderAuthoring,
  claims: claimsAuthoring,
  match: matchAuthoring,
  categorise: categoriseAuthoring,
  open: openAuthoring,
  place: placeAuthoring,
} as const satisfies AuthoringRegistry
