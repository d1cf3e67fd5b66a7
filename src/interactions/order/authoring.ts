import { sealAuthoring } from '#core/interaction/spec.ts'
import { orderExchange } from './exchange.ts'
import { orderLogic } from './logic.ts'
import { orderPrint } from './print.ts'
import { orderText } from './text.ts'

export const orderAuthoring = sealAuthoring(orderLogic.bodySchema, {
  type: orderLogic.type,
  ...orderText,
  ...orderExchange,
  ...orderPrint,
})
