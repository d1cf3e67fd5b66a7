import { sealInteraction, type LogicRegistry, type SealedLogic } from '#core/interaction/spec.ts'
import { categoriseLogic } from './categorise/logic.ts'
import { claimsLogic } from './claims/logic.ts'
import { evidenceLogic } from './evidence/logic.ts'
import { gapLogic } from './gap/logic.ts'
import { matchLogic } from './match/logic.ts'
import { multipleLogic } from './multiple/logic.ts'
import { numberLogic } from './number/logic.ts'
import { openLogic } from './open/logic.ts'
import { orderLogic } from './order/logic.ts'
import { placeLogic } from './place/logic.ts'
import { proveItLogic } from './prove-it/logic.ts'
import { shortTextLogic } from './short-text/logic.ts'
import { singleLogic } from './single/logic.ts'
import { trueFalseNotStatedLogic } from './true-false-not-stated/logic.ts'

/** The headless door: what the browser needs of every question type. One line a type. */
export const interactions = {
  single: sealInteraction(singleLogic),
  multiple: sealInteraction(multipleLogic),
  'true-false-not-stated': sealInteraction(trueFalseNotStatedLogic),
  'short-text': sealInteraction(shortTextLogic),
  number: sealInteraction(numberLogic),
  evidence: sealInteraction(evidenceLogic),
  'prove-it': sealInteraction(proveItLogic),
  gap: sealInteraction(gapLogic),
  order: sealInteraction(orderLogic),
  match: sealInteraction(matchLogic),
  categorise: sealInteraction(categoriseLogic),
  claims: sealInteraction(claimsLogic),
  open: sealInteraction(openLogic),
  place: sealInteraction(placeLogic),
} as const satisfies LogicRegistry

/** The logic of a type that a parsed lesson names; throws for a name that no parser lets through. */
export function logicOf(type: string): SealedLogic {
  const logic = (interactions as LogicRegistry)[type]
  if (logic === undefined) throw new Error(`Expected a known question type, found "${type}"`)
  return logic
}
