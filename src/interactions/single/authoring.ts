import { sealAuthoring } from '#core/interaction/spec.ts'
import { singleExchange } from './exchange.ts'
import { singleLogic } from './logic.ts'
import { singlePrint } from './print.ts'
import { singleText } from './text.ts'

export const singleAuthoring = sealAuthoring(singleLogic.bodySchema, {
  type: singleLogic.type,
  ...singleText,
  ...singleExchange,
  ...singlePrint,
})
