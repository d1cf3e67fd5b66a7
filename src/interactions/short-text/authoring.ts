import { sealAuthoring } from '#core/interaction/spec.ts'
import { shortTextExchange } from './exchange.ts'
import { shortTextLogic } from './logic.ts'
import { shortTextPrint } from './print.ts'
import { shortTextText } from './text.ts'

export const shortTextAuthoring = sealAuthoring(shortTextLogic.bodySchema, {
  type: shortTextLogic.type,
  ...shortTextText,
  ...shortTextExchange,
  ...shortTextPrint,
})
