import { sealAuthoring } from '#core/interaction/spec.ts'
import { gapExchange } from './exchange.ts'
import { gapLogic } from './logic.ts'
import { gapPrint } from './print.ts'
import { gapText } from './text.ts'

export const gapAuthoring = sealAuthoring(gapLogic.bodySchema, {
  type: gapLogic.type,
  ...gapText,
  ...gapExchange,
  ...gapPrint,
})
