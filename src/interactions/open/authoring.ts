import { sealAuthoring } from '#core/interaction/spec.ts'
import { openExchange } from './exchange.ts'
import { openLogic } from './logic.ts'
import { openPrint } from './print.ts'
import { openText } from './text.ts'

export const openAuthoring = sealAuthoring(openLogic.bodySchema, {
  type: openLogic.type,
  ...openText,
  ...openExchange,
  ...openPrint,
})
