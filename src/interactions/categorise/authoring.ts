import { sealAuthoring } from '#core/interaction/spec.ts'
import { categoriseExchange } from './exchange.ts'
import { categoriseLogic } from './logic.ts'
import { categorisePrint } from './print.ts'
import { categoriseText } from './text.ts'

export const categoriseAuthoring = sealAuthoring(categoriseLogic.bodySchema, {
  type: categoriseLogic.type,
  ...categoriseText,
  ...categoriseExchange,
  ...categorisePrint,
})
