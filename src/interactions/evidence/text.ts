import * as v from 'valibot'
import { defined } from '#core/interaction/options.ts'
import type { InteractionAuthoring } from '#core/interaction/spec.ts'
import { authoredScopeSchema } from '#core/interaction/tapped-sentence.ts'
import type { EvidenceBody } from './logic.ts'

const fieldsSchema = v.strictObject({ scope: authoredScopeSchema })

export const evidenceText: Pick<InteractionAuthoring<EvidenceBody>, 'fieldsSchema' | 'read' | 'write'> = {
  fieldsSchema,
  read: (fields) => ({ body: { scope: v.parse(fieldsSchema, fields).scope ?? 'section' }, faults: [] }),
  write: (body) => defined({ scope: body.scope === 'section' ? undefined : body.scope }),
}
