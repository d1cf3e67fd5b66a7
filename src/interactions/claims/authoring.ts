import { sealAuthoring } from '#core/interaction/spec.ts'
import { claimsExchange } from './exchange.ts'
import { claimsLogic } from './logic.ts'
import { claimsPrint } from './print.ts'
import { claimsText } from './text.ts'

export const claimsAuthoring = sealAuthoring(claimsLogic.bodySchema, {
  type: claimsLogic.type,
  ...claimsText,
  ...claimsExchange,
  ...claimsPrint,
})
