import { sealAuthoring } from '#core/interaction/spec.ts'
import { numberExchange } from './exchange.ts'
import { numberLogic } from './logic.ts'
import { numberPrint } from './print.ts'
import { numberText } from './text.ts'

export const numberAuthoring = sealAuthoring(numberLogic.bodySchema, {
  type: numberLogic.type,
  ...numberText,
  ...numberExchange,
  ...numberPrint,
})
