import { sealAuthoring } from '#core/interaction/spec.ts'
import { proveItExchange } from './exchange.ts'
import { proveItLogic } from './logic.ts'
import { proveItPrint } from './print.ts'
import { proveItText } from './text.ts'

export const proveItAuthoring = sealAuthoring(proveItLogic.bodySchema, {
  type: proveItLogic.type,
  ...proveItText,
  ...proveItExchange,
  ...proveItPrint,
})
