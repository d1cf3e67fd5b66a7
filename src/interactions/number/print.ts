import { writeNumber } from '#core/grading/parse-number.ts'
import { defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { withUnit, type NumberBody } from './logic.ts'

export const numberPrint: Pick<InteractionAuthoring<NumberBody>, 'worksheet' | 'key'> = {
  worksheet: (body) => [
    { kind: 'instruction', messageKey: 'interactions.number.paper' },
    defined({ kind: 'lines', count: 1, unit: body.unit }),
  ],
  key(body, _, language) {
    const answer = withUnit(writeNumber(body.answer, language), body.unit)
    const tolerance = writeNumber(body.tolerance, language)
    return [{ kind: 'text', text: body.tolerance === 0 ? answer : `${answer} (±${tolerance})` }]
  },
}
