import { sealAuthoring } from '#core/interaction/spec.ts'
import { evidenceExchange } from './exchange.ts'
import { evidenceLogic } from './logic.ts'
import { evidencePrint } from './print.ts'
import { evidenceText } from './text.ts'

export const evidenceAuthoring = sealAuthoring(evidenceLogic.bodySchema, {
  type: evidenceLogic.type,
  ...evidenceText,
  ...evidenceExchange,
  ...evidencePrint,
})
