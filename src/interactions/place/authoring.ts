import { sealAuthoring } from '#core/interaction/spec.ts'
import { placeExchange } from './exchange.ts'
import { placeLogic } from './logic.ts'
import { placePrint } from './print.ts'
import { placeText } from './text.ts'

export const placeAuthoring = sealAuthoring(placeLogic.bodySchema, {
  type: placeLogic.type,
  ...placeText,
  ...placeExchange,
  ...placePrint,
})
