import { sealAuthoring } from '#core/interaction/spec.ts'
import { multipleExchange } from './exchange.ts'
import { multipleLogic } from './logic.ts'
import { multiplePrint } from './print.ts'
import { multipleText } from './text.ts'

export const multipleAuthoring = sealAuthoring(multipleLogic.bodySchema, {
  type: multipleLogic.type,
  ...multipleText,
  ...multipleExchange,
  ...multiplePrint,
})
