import { sealAuthoring } from '#core/interaction/spec.ts'
import { matchExchange } from './exchange.ts'
import { matchLogic } from './logic.ts'
import { matchPrint } from './print.ts'
import { matchText } from './text.ts'

export const matchAuthoring = sealAuthoring(matchLogic.bodySchema, {
  type: matchLogic.type,
  ...matchText,
  ...matchExchange,
  ...matchPrint,
})
