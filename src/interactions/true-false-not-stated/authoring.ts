import { sealAuthoring } from '#core/interaction/spec.ts'
import { trueFalseNotStatedExchange } from './exchange.ts'
import { trueFalseNotStatedLogic } from './logic.ts'
import { trueFalseNotStatedPrint } from './print.ts'
import { trueFalseNotStatedText } from './text.ts'

export const trueFalseNotStatedAuthoring = sealAuthoring(trueFalseNotStatedLogic.bodySchema, {
  type: trueFalseNotStatedLogic.type,
  ...trueFalseNotStatedText,
  ...trueFalseNotStatedExchange,
  ...trueFalseNotStatedPrint,
})
